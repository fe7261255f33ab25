// Shows the talk: messages, cards, choices, and what the navigator is doing.

import { dress } from "./cards.js";
import { el } from "./dom.js";

const log = document.getElementById("log");
const state = document.getElementById("state");
const welcome = document.getElementById("welcome");
let newest = null;

export function clear() {
  log.replaceChildren(welcome);
}

export function showMine(text) {
  add(el("div", { className: "message you" }, el("span", { className: "unseen" }, "Jij: "), el("p", {}, text)));
}

export function showMessage(message) {
  const shown = dressed(message);
  if (shown) add(shown);
}

function dressed(message) {
  const cards = message.cards.map(dress).filter(Boolean);
  const words = message.text ? message.text.split(/\n{2,}/).map((text) => el("p", {}, text)) : [];
  if (!cards.length && !words.length) return null;
  const className = cards.length ? "message bot wide" : "message bot";
  return el("div", { className }, el("span", { className: "unseen" }, "Navigator: "), words, cards);
}

export function showTrouble(sentence, again) {
  const box = el("div", { className: "message trouble" }, el("p", {}, sentence));
  add(box);
  if (!again) return;
  const retry = el("button", { type: "button" }, "Probeer het nog eens");
  retry.addEventListener("click", () => { box.remove(); again(); });
  box.append(retry);
}

export function showChoices(buttons, press) {
  hideChoices();
  if (buttons.length) add(group(buttons, press));
}

// What the navigator tells of itself keeps its buttons until one is pressed, whatever is said meanwhile.
export function showTold(message, press) {
  const shown = dressed(message);
  if (shown) add(shown, shown);
  newest = shown;
  if (!press || !message.buttons.length) return;
  const own = group(message.buttons, (button) => { own.remove(); press(button); });
  own.classList.add("told");
  add(own, shown ?? own);
}

// In a frame that nobody saw, nothing could scroll.
export function showNewest() {
  if (newest?.isConnected) reach(newest);
}

export function hideChoices() {
  for (const old of log.querySelectorAll(".choices:not(.told)")) old.remove();
}

function group(buttons, press) {
  const choices = buttons.map((button) => {
    const choice = el("button", { type: "button" }, button.title);
    choice.addEventListener("click", () => press(button));
    return choice;
  });
  return el("div", { className: "choices", role: "group", "aria-label": "Antwoorden om uit te kiezen" }, choices);
}

export function thinking(busy) {
  if (busy === Boolean(state.firstChild)) return;
  state.replaceChildren(...(busy ? [dots(), el("span", {}, "De navigator denkt na…")] : []));
}

function dots() {
  return el("span", { className: "dots", "aria-hidden": "true" }, ...[0, 1, 2].map(() => el("span")));
}

export async function quietly(show) {
  log.setAttribute("aria-live", "off");
  show();
  await new Promise((done) => setTimeout(done, 100));
  log.removeAttribute("aria-live");
}

// A long answer is read from its beginning: what was asked, or else the message itself, stays at the top until it fits.
function add(element, top = [...log.querySelectorAll(".message.you")].at(-1)) {
  log.append(element);
  reach(top);
}

function reach(top) {
  const bottom = log.scrollHeight - log.clientHeight;
  log.scrollTop = top ? Math.min(bottom, top.offsetTop - log.offsetTop) : bottom;
}
