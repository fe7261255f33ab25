// The chat in a frame on somebody else's page: what it tells the button there, and is told. The page that frames it says
// hello first, so that we know which one it is; the content security policy has seen to it that it may.

const parent = window.parent;
let site = null;
let open = true;
let unread = 0;

export const framed = new URLSearchParams(location.search).get("in") === "widget";

// `opened` is called each time that somebody opens the chat, with how many messages came meanwhile.
export function meet(opened) {
  document.documentElement.classList.add("framed");
  window.addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || (site && origin !== site)) return;
    if (data?.navigator === "hello") {
      site = origin;
      tell("ready");
    } else if (data?.navigator === "opened") {
      open = true;
      opened(unread);
      unread = 0;
    } else if (data?.navigator === "closed") {
      open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) tell("close");
  });
  const close = document.getElementById("close");
  close.addEventListener("click", () => tell("close"));
  close.hidden = parent === window;
}

// A message came of itself; behind a closed chat, the button says so.
export function knock() {
  if (open) return;
  unread += 1;
  tell("unread", { count: unread });
}

function tell(kind, more = {}) {
  if (site && parent !== window) parent.postMessage({ navigator: kind, ...more }, site);
}
