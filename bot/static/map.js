// Makes the map one to ride: larger and smaller, dragged along, and a station opens where you are. Without this script the
// stations are plain links and the map is scrolled.

import { el } from "./dom.js";

const scroll = document.getElementById("schuif");
const svg = scroll.querySelector("svg");
const tip = document.getElementById("tip");
const dialog = document.getElementById("halte");
const inside = document.getElementById("halte-inhoud");
const WIDE = svg.viewBox.baseVal.width;
const TALL = svg.viewBox.baseVal.height;
const STEP = 1.25;
const SMALLEST_FIRST = 0.55;

for (const title of svg.querySelectorAll(".station > title")) title.remove();
for (const hidden of document.querySelectorAll(".zoom, #druk")) hidden.hidden = false;

// --- size ---

const whole = () => Math.min((scroll.clientWidth - 2) / WIDE, 1.5);
let scale = Math.min(1, Math.max(whole(), SMALLEST_FIRST));

function show(next) {
  const before = scale;
  scale = Math.min(3, Math.max(Math.min(whole(), 0.25), next));
  const x = (scroll.scrollLeft + scroll.clientWidth / 2) / before;
  const y = (scroll.scrollTop + scroll.clientHeight / 2) / before;
  svg.style.width = `${WIDE * scale}px`;
  svg.style.height = `${TALL * scale}px`;
  scroll.scrollLeft = x * scale - scroll.clientWidth / 2;
  scroll.scrollTop = y * scale - scroll.clientHeight / 2;
  close();
}

document.getElementById("groter").addEventListener("click", () => show(scale * STEP));
document.getElementById("kleiner").addEventListener("click", () => show(scale / STEP));
document.getElementById("passend").addEventListener("click", () => show(whole()));
document.getElementById("druk").addEventListener("click", () => window.print());
svg.style.width = `${WIDE * scale}px`;
svg.style.height = `${TALL * scale}px`;

// --- dragged by a mouse; a finger scrolls by itself ---

let drag = null;
let dragged = false;
scroll.addEventListener("pointerdown", (event) => {
  dragged = false;
  if (event.pointerType === "mouse" && event.button === 0) drag = { x: event.clientX, y: event.clientY };
});
window.addEventListener("pointermove", (event) => {
  if (!drag) return;
  const [x, y] = [event.clientX - drag.x, event.clientY - drag.y];
  if (!dragged && Math.hypot(x, y) < 6) return;
  dragged = true;
  scroll.classList.add("grabbing");
  scroll.scrollLeft -= x;
  scroll.scrollTop -= y;
  drag = { x: event.clientX, y: event.clientY };
});
window.addEventListener("pointerup", () => {
  drag = null;
  scroll.classList.remove("grabbing");
});
svg.addEventListener("dragstart", (event) => event.preventDefault());

// --- a look at a station: what the list says of it ---

let shown = null;
let timer = 0;

function look(station) {
  const item = document.querySelector(`#lijst [data-module="${CSS.escape(station.dataset.module)}"]`);
  if (!item || station === shown) return;
  shown = station;
  const facts = [...item.querySelectorAll(".facts")].map((one) => el("span", {}, one.textContent.trim().replace(/\s+/g, " ")));
  tip.replaceChildren(el("b", {}, item.querySelector("a").textContent), ...facts);
  tip.hidden = false;
  place(station.getBoundingClientRect());
}

function place(at) {
  const left = Math.min(Math.max(8, at.left + at.width / 2 - tip.offsetWidth / 2), innerWidth - tip.offsetWidth - 8);
  const below = at.bottom + 8 + tip.offsetHeight < innerHeight;
  tip.style.left = `${left}px`;
  tip.style.top = `${below ? at.bottom + 8 : Math.max(8, at.top - 8 - tip.offsetHeight)}px`;
}

function close() {
  clearTimeout(timer);
  tip.hidden = true;
  shown = null;
}

function soon(what, wait) {
  clearTimeout(timer);
  timer = setTimeout(what, wait);
}

for (const station of svg.querySelectorAll(".station")) {
  station.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "mouse" && !drag) soon(() => look(station), 120);
  });
  station.addEventListener("pointerleave", () => soon(close, 250));
  station.querySelector("a").addEventListener("focus", (event) => {
    if (event.target.matches(":focus-visible")) look(station);
  });
  station.querySelector("a").addEventListener("blur", close);
  station.querySelector("a").addEventListener("click", (event) => press(event, station));
}
tip.addEventListener("pointerenter", () => clearTimeout(timer));
tip.addEventListener("pointerleave", () => soon(close, 250));
scroll.addEventListener("scroll", () => (shown ? place(shown.getBoundingClientRect()) : null));
document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

// --- a station opens: the page of it, in a dialog ---

function press(event, station) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return;
  event.preventDefault();
  if (dragged) return;
  open(station.querySelector("a").getAttribute("href"));
}

async function open(address) {
  close();
  const page = await fetched(address);
  const core = page?.getElementById("kern");
  if (!core) {
    location.assign(address);
    return;
  }
  const name = core.querySelector("h1");
  const title = el("h2", { id: "halte-naam" }, ...name.childNodes);
  name.replaceWith(title);
  inside.replaceChildren(...core.childNodes, el("p", {}, el("a", { href: address }, "Alles over dit station")));
  dialog.showModal();
  dialog.scrollTop = 0;
}

async function fetched(address) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(8000) });
    return response.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
  } catch {
    return null;
  }
}

document.getElementById("sluit").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
