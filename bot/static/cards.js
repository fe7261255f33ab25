// Dresses a card in HTML, by its kind. A kind that is not known here shows nothing; the text says it too.

import { el, facts, list, titled } from "./dom.js";
import { PHASES, SKIPS, STATES, TYPES, certain, euros, hours, seats, several, until } from "./words.js";

export function dress(card) {
  const draw = KINDS[card.kind];
  return draw ? draw(card) : null;
}

function frame(card, title, ...content) {
  const tag = card.example ? el("span", { className: "tag" }, "voorbeeld") : null;
  const article = el("article", { className: "card" }, el("h2", {}, title, tag), content);
  if (/^#[0-9a-f]{6}$/i.test(card.colour ?? "")) article.style.setProperty("--line", card.colour);
  return article;
}

function stop(station) {
  const said = [TYPES[station.type], hours(station.hours), PHASES[station.phase], SKIPS[station.skip]];
  return el("li", {}, station.name, el("span", { className: "facts" }, said.filter(Boolean).join(" · ")));
}

function track(stations) {
  return el("ol", { className: "track" }, stations.map(stop));
}

function line(card) {
  return frame(
    card, card.name, el("p", {}, card.goal),
    facts(hours(card.hours), several(card.stations.length, "station", "stations"), card.recognition),
    titled("Waarom deze lijn", list("ul", card.reasons)),
    titled("Wat ertegen pleit", list("ul", card.against)),
    el("details", {}, el("summary", {}, "Bekijk de stations"), track(card.stations)),
  );
}

function station(card) {
  return frame(
    card, card.name, el("p", {}, card.summary),
    facts(TYPES[card.type], hours(card.hours), PHASES[card.phase], SKIPS[card.skip]),
  );
}

function offering(card) {
  const waiting = card.waiting_position ? `je bent nummer ${card.waiting_position}` : "";
  const cost = card.cost > 0 && card.paid_by ? `${euros(card.cost)} (betaalt: ${card.paid_by})` : euros(card.cost);
  return frame(
    card, card.name, el("p", {}, card.when), facts(card.place, card.academy), facts(cost),
    facts(card.state ? STATES[card.state] : seats(card.seats_left), waiting, until(card.held_until)),
    facts(certain(card)),
  );
}

function step(one) {
  const said = [one.what, hours(one.hours), one.when, one.place].filter(Boolean).join(" · ");
  const skills = one.skills.length ? `Je leert: ${one.skills.join(", ")}` : "";
  return [one.name, ...[said, skills, one.why].filter(Boolean).map((text) => el("span", { className: "facts" }, text))];
}

function path(card) {
  const gap = Math.round(card.gap * 100);
  const proof = card.proved_optimal
    ? "Dit is aantoonbaar de kortste route."
    : `Dit is een goede route; hooguit ${gap} % langer dan de kortste.`;
  return frame(
    card, `Ontwikkelpad: ${card.goal}`,
    facts(hours(card.hours), several(card.weeks, "week", "weken"), several(card.steps.length, "stap", "stappen")),
    list("ol", card.steps.map(step), "track"),
    titled("Sla je over", list("ul", card.skipped)),
    titled("Nog geen aanbod voor", list("ul", card.missing)),
    facts(proof),
  );
}

function start(one) {
  const where = [one.line, one.station && `eerste station: ${one.station}`, one.when, one.place];
  const said = where.filter(Boolean).join(" · ") || "nog geen lijn gevonden";
  const skills = one.skills.length ? `Het gaat om: ${one.skills.join(", ")}` : "";
  return [one.role, ...[said, skills].filter(Boolean).map((text) => el("span", { className: "facts" }, text))];
}

function companyPlan(card) {
  return frame(
    card, `Plan voor jullie bedrijf: ${card.transition}`, facts(card.region),
    titled("Wie begint waar", list("ul", card.starts.map(start), "track")),
    titled("De stappen", list("ol", card.steps)),
  );
}

function map(card) {
  const href = `/api/maps/${encodeURIComponent(card.id)}.svg`;
  const link = el("a", { href, target: "_blank", rel: "noopener" }, "Bekijk de kaart als tekening (nieuw tabblad)");
  return frame(card, card.name, el("p", {}, link), card.lines.map(line));
}

function skillGap(card) {
  const rows = Object.entries(card.need).map(([skill, level]) =>
    el("tr", {}, el("th", { scope: "row" }, skill), el("td", {}, card.have[skill] ?? "nog niet"), el("td", {}, level)));
  const head = ["Skill", "Nu", "Nodig"].map((title) => el("th", { scope: "col" }, title));
  return frame(
    card, `Wat je nog mist voor ${card.goal}`,
    el("table", {}, el("thead", {}, el("tr", {}, head)), el("tbody", {}, rows)),
  );
}

const KINDS = {
  line, station, offering, path, map, company_plan: companyPlan, skill_gap: skillGap,
};
