// The page: what a person does, and what follows from it. Messages go one by one, in the order they were sent.

import { ask, messageId } from "./door.js";
import { framed, knock, meet } from "./frame.js";
import { keepUp } from "./live.js";
import { forget, recall, remember } from "./memory.js";
import * as view from "./view.js";

const form = document.getElementById("form");
const field = document.getElementById("text");

let talk = recall();
let waiting = 0;
let held = [];
let queue = Promise.resolve();

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = field.value.trim();
  if (text) send({ text }, text);
  field.value = "";
  grow();
  field.focus();
});

field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

field.addEventListener("input", grow);

document.getElementById("anew").addEventListener("click", () => {
  startAnew();
  field.focus();
});

function grow() {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight + 2, 144)}px`;
}

function send(said, words) {
  view.hideChoices();
  view.showMine(words);
  keep({ mine: words });
  enqueue({ ...said, message: messageId() });
}

function press(button) {
  send({ button: button.token }, button.title);
  field.focus();
}

function enqueue(said) {
  const about = talk;
  waiting += 1;
  view.thinking(true);
  queue = queue.then(() => (about === talk ? deliver(said) : null)).finally(() => {
    waiting -= 1;
    view.thinking(waiting > 0);
    if (!waiting) showHeld();
  });
}

async function deliver(said) {
  const about = talk;
  const { answer, status, sentence } = await ask({ ...said, conversation: talk.conversation });
  if (about !== talk) return;
  if (answer) return receive(answer);
  if (status === 404 && !said.button && talk.conversation) {
    talk.conversation = null;
    view.showTrouble("Ons vorige gesprek is er niet meer. Ik begin opnieuw met wat je net zei.");
    return deliver(said);
  }
  const worthRetrying = status === 0 || status === 429 || status >= 500;
  if (said.start && !worthRetrying) return; // a link to something that is gone: the talk begins without it
  view.showTrouble(sentence, worthRetrying ? () => enqueue(said) : null);
}

function receive(answer) {
  if (talk.conversation && answer.conversation && answer.conversation !== talk.conversation) wipe();
  talk.conversation = answer.conversation ?? talk.conversation;
  for (const message of answer.messages) {
    view.showMessage(message);
    keep({ message });
  }
  offer(answer.messages);
  remember(talk);
  follow();
}

function offer(messages) {
  view.showChoices(messages.flatMap((message) => message.buttons), press);
}

function keep(entry) {
  talk.entries.push(entry);
  remember(talk);
}

// The navigator forgot the talk, so this browser does too; what was sent after it still counts.
function wipe() {
  forget();
  talk.entries = [];
  talk.seen = 0;
  held = [];
  view.clear();
}

// The person wants another talk: answers that are still under way are let go.
function startAnew() {
  talk = { conversation: null };
  wipe();
  follow();
}

// What comes of itself is shown once, and never between a question and its answer.
function hear(id, message) {
  held.push({ message, told: true, id });
  if (!waiting) showHeld();
}

function showHeld() {
  for (const entry of held.splice(0)) {
    if (talk.entries.some((one) => one.told && one.id === entry.id)) continue;
    tell(entry);
    talk.seen = Math.max(talk.seen, entry.id);
    keep(entry);
    knock();
  }
}

function tell(entry) {
  view.showTold(entry.message, entry.done ? null : (button) => {
    entry.done = true;
    press(button);
  });
}

view.quietly(() => {
  for (const entry of talk.entries) {
    if (entry.mine) view.showMine(entry.mine);
    else if (entry.told) tell(entry);
    else view.showMessage(entry.message);
  }
  const lastMine = talk.entries.findLastIndex((entry) => entry.mine);
  offer(talk.entries.slice(lastMine + 1).filter((entry) => !entry.told).map((entry) => entry.message));
});
const follow = keepUp(() => talk, hear);

// A link can begin the talk: about a line, for who comes from the map. A frame is loaded anew with each page around it,
// and asks the same only once.
function begin() {
  const address = new URL(location.href);
  const start = address.searchParams.get("start");
  if (!start) return;
  address.searchParams.delete("start");
  history.replaceState(null, "", address);
  if (framed && talk.started === start) return;
  talk.started = start;
  remember(talk);
  enqueue({ start, message: messageId() });
}

// On a touch screen the field would bring its keyboard, and hide what is said.
function focusIn() {
  (matchMedia("(pointer: coarse)").matches ? document.getElementById("log") : field).focus();
}

begin();
if (framed) meet((unread) => {
  focusIn();
  if (unread) view.showNewest();
});
else field.focus();
