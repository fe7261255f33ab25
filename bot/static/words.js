// The Dutch of the words in a card.

export const TYPES = {
  W: "workshop", E: "e-learning", O: "online webinar", X: "experience", M: "masterclass",
  P: "praktijksessie", B: "bijeenkomst", D: "diner",
};

export const PHASES = {
  inspiration: "inspiratie", learning_question: "leervraag", content: "inhoud", conclusion: "conclusie",
};

export const STATES = {
  pending: "wacht op akkoord", enrolled: "ingeschreven", waiting: "op de wachtlijst",
  offered: "plek vrij, wacht op jouw ja", cancelled: "afgemeld", denied: "afgewezen",
  attended: "gevolgd", missed: "gemist",
};

export const SKIPS = {
  free: "mag je overslaan", costs_recognition: "overslaan kost je de erkenning",
};

export function hours(number) {
  return `${String(number).replace(".", ",")} uur`;
}

export function euros(number) {
  if (number === 0) return "gratis";
  return new Intl.NumberFormat("nl-NL", { style: "currency", currency: "EUR" }).format(number);
}

export function seats(left) {
  if (left === null || left === undefined) return "";
  if (left === 0) return "vol, er is een wachtlijst";
  return left === 1 ? "nog 1 plek" : `nog ${left} plekken`;
}

const DAY = new Intl.DateTimeFormat("nl-NL", {
  timeZone: "Europe/Amsterdam", weekday: "long", day: "numeric", month: "long",
});
const CLOCK = new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", hour: "2-digit", minute: "2-digit" });
const MOMENT = new Intl.DateTimeFormat("nl-NL", {
  timeZone: "Europe/Amsterdam", weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit",
});

export function certain(card) {
  if (card.certain) return "gaat zeker door";
  if (!card.needed || !card.decide_at) return "";
  const decides = new Date(card.decide_at);
  const today = DAY.format(decides) === DAY.format(new Date());
  const before = today ? `vandaag ${CLOCK.format(decides)}` : DAY.format(decides);
  return `nog ${card.needed} nodig vóór ${before}, dan gaat het door`;
}

export function until(moment) {
  return moment ? `tot ${MOMENT.format(new Date(moment))}` : "";
}

export function several(number, one, more) {
  return `${number} ${number === 1 ? one : more}`;
}
