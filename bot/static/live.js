// What the navigator says of itself, as it comes: over a stream, and where that fails by asking now and then. Only for a
// page that somebody sees, so that who left it open somewhere gets a mail all the same.

import { waitingIn } from "./door.js";

const LOOK_EVERY = 20000;
const SILENT = 50000; // the stream gives a sign of life every 15 seconds
const AGAIN = [0, 60000, 300000]; // after a stream that was refused, the next is tried later and later

// `about()` gives the talk of now, `heard(id, message)` takes a message; one that comes twice is passed on twice.
export function keepUp(about, heard) {
  let stream = null;
  let conversation = null;
  let alive = 0;
  let refused = 0;
  let refusedAt = 0;
  let asking = false;

  function follow() {
    const wanted = document.hidden ? null : about().conversation;
    const dead = alive && Date.now() - alive > SILENT;
    if (wanted === conversation && stream && !dead) return;
    hangUp();
    conversation = wanted;
    if (wanted && Date.now() - refusedAt >= AGAIN[Math.min(refused, AGAIN.length - 1)]) call();
  }

  function hangUp() {
    stream?.close();
    stream = null;
    alive = 0;
  }

  function call() {
    const own = new EventSource(`/api/chat/${encodeURIComponent(conversation)}/stream?after=${about().seen}`);
    const here = (act) => (event) => {
      if (own === stream && conversation === about().conversation) act(event);
    };
    stream = own;
    own.addEventListener("ready", here(sign));
    own.addEventListener("alive", here(sign));
    own.addEventListener("message", here((event) => {
      sign();
      heard(Number(event.lastEventId), JSON.parse(event.data));
    }));
    own.addEventListener("error", here(() => {
      alive = 0;
      if (own.readyState !== EventSource.CLOSED) return; // the browser comes back by itself
      refused += 1;
      refusedAt = Date.now();
      hangUp();
      ask();
    }));
  }

  function sign() {
    alive = Date.now();
    refused = 0;
  }

  async function ask() {
    const { conversation: asked, seen } = about();
    if (asking || document.hidden || !asked) return;
    asking = true;
    const found = await waitingIn(asked, seen);
    asking = false;
    if (!found || asked !== about().conversation) return;
    found.messages.forEach((message, place) => heard(found.ids[place], message));
  }

  function look() {
    follow();
    if (!alive) ask();
  }

  setInterval(look, LOOK_EVERY);
  document.addEventListener("visibilitychange", follow);
  follow();
  return follow;
}
