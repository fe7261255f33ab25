// The page: what a person does, and what follows from it. Messages go one by one, in the order they were sent.

import { ask, messageId, waitingIn } from "./door.js";
import { forget, recall, remember } from "./memory.js";
import * as view from "./view.js";

const form = document.getElementById("form");
const field = document.getElementById("text");

const LOOK_EVERY = 20000;

let talk = recall();
let waiting = 0;
let looking = false;
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
  });
}

async function deliver(said) {
  const about = talk;
  const { answer, status, sentence } = await ask({ ...said, conversation: talk.conversation });
  if (about !== talk) return;
  if (answer) return receive(answer);
  if (status === 404 && said.text && talk.conversation) {
    talk.conversation = null;
    view.showTrouble("Ons vorige gesprek is er niet meer. Ik begin opnieuw met wat je net zei.");
    return deliver(said);
  }
  const worthRetrying = status === 0 || status >= 500;
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
  view.clear();
}

// The person wants another talk: answers that are still under way are let go.
function startAnew() {
  talk = { conversation: null };
  wipe();
}

// What waits in the talk is shown as soon as somebody looks; never between a question and its answer.
async function look() {
  if (looking || waiting || document.hidden || !talk.conversation) return;
  const about = talk;
  looking = true;
  const found = await waitingIn(talk.conversation, talk.seen);
  looking = false;
  if (!found || about !== talk || waiting) return;
  for (const message of found.messages) {
    const entry = { message, told: true };
    tell(entry);
    keep(entry);
  }
  talk.seen = found.last;
  remember(talk);
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
setInterval(look, LOOK_EVERY);
document.addEventListener("visibilitychange", look);
look();
field.focus();
