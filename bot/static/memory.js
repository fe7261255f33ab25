// What this browser remembers of the talk, so that it is there again after a reload.

const KEY = "navigator.talk";
const MOST = 200;

export function recall() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    if (Array.isArray(kept?.entries)) {
      const { conversation = null, seen = 0, started = null, entries } = kept;
      return { conversation, seen, started, entries };
    }
  } catch {
    // Nothing that can be read is the same as nothing.
  }
  return { conversation: null, seen: 0, started: null, entries: [] };
}

export function remember(talk) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...talk, entries: talk.entries.slice(-MOST) }));
  } catch {
    // A browser that keeps nothing still talks.
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // There was nothing to forget.
  }
}
