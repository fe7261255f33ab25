// The chat in any page: <script src="https://…/widget.js" async></script>. A button and, once pressed, a frame.

(() => {
  const NAME = "smart-makers-navigator";
  if (document.querySelector(NAME)) return;

  const scripts = Array.from(document.scripts);
  const own = document.currentScript
    || scripts.find((one) => "navigator" in one.dataset)
    || scripts.reverse().find((one) => one.src.split(/[?#]/)[0].endsWith("/widget.js"));
  if (!own) return;
  const { navigator: address, label, position, start } = own.dataset;
  const home = new URL(address || own.src, location.href).origin;
  const words = label || "Vraag het de navigator";
  const title = "Gesprek met de navigator";
  const SMALL = "(max-width:30rem),(max-height:30rem)";

  const STYLE = `
:host{all:initial;position:fixed;z-index:999999;bottom:1rem;right:1rem;display:flex;flex-direction:column;align-items:flex-end;font:16px/1.4 system-ui,sans-serif;color-scheme:light dark}
:host([data-side=left]){right:auto;left:1rem;align-items:flex-start}
[hidden]{display:none!important}
button{min-height:2.75rem;padding:.4rem 1.1rem;border:2px solid;border-radius:1.6rem;background:none;color:inherit;font:inherit;cursor:pointer}
.open{display:flex;align-items:center;gap:.5rem;border-color:#fff;background:#0b6464;color:#fff;font-weight:600;box-shadow:0 2px 10px #0005}
.open:hover{background:#084c4c}
:focus-visible{outline:3px solid #0b6464;outline-offset:3px;box-shadow:0 0 0 3px #fff}
.new{padding:0 .5rem;border-radius:1rem;background:#fff;color:#8f2318}
.told{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.panel{position:relative;width:min(26rem,calc(100vw - 2rem));height:min(42rem,calc(100vh - 6.5rem));margin-bottom:.75rem;overflow:hidden;outline:1px solid #7b8986;border-radius:.9rem;background:Canvas;color:CanvasText;box-shadow:0 4px 24px #0006}
iframe{width:100%;height:100%;border:0}
.wait{padding:1rem}
a{display:block;margin:0 0 1rem;color:inherit}
@media ${SMALL}{.panel{position:fixed;inset:0;width:100vw;height:100vh;height:100dvh;border-radius:0}}
@media print{:host{display:none}}`;

  const on = (target, kind, act) => target.addEventListener(kind, act);

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    element.append(...children);
    return element;
  }

  const badge = make("span", { class: "new", hidden: "" });
  const unit = make("span", { class: "told" });
  const button = make("button", { type: "button", class: "open", "aria-controls": "panel", "aria-expanded": false }, words, badge, unit);
  const told = make("p", { class: "told", role: "status" });
  const state = make("p", {}, "Het gesprek wordt geladen…");
  const tab = make("a", { hidden: "", href: `${home}/gesprek`, target: "_blank", rel: "noopener" }, "Open het in een nieuw tabblad");
  const shut = make("button", { type: "button" }, "Sluit");
  const wait = make("div", { class: "wait" }, state, tab, shut);
  const panel = make("div", { class: "panel", id: "panel", hidden: "", role: "dialog", "aria-label": title }, wait);
  const phone = matchMedia(SMALL);
  const page = document.documentElement;
  let frame, ready, scrolled;

  const say = (kind) => frame.contentWindow.postMessage({ navigator: kind }, home);

  // Behind a chat that fills the screen, the page stays where it is.
  function hold() {
    const fills = !panel.hidden && phone.matches;
    panel.setAttribute("aria-modal", fills);
    if (fills === (scrolled !== undefined)) return;
    const before = scrolled;
    scrolled = fills ? page.style.overflow : undefined;
    page.style.overflow = fills ? "hidden" : before;
  }

  function count(number) {
    badge.hidden = !number;
    badge.textContent = number;
    unit.textContent = number ? ` nieuw${number > 1 ? "e berichten" : " bericht"}` : "";
    told.textContent = number ? number + unit.textContent : "";
  }

  // This site may not show the chat, or the navigator can't be reached.
  function refused() {
    if (ready) return;
    state.textContent = "Het gesprek kan op deze pagina niet openen.";
    tab.hidden = false;
  }

  function load() {
    frame = make("iframe", { hidden: "", title, referrerpolicy: "no-referrer" });
    on(frame, "load", () => {
      say("hello");
      setTimeout(refused, 4000);
    });
    frame.src = `${home}/gesprek?in=widget${start ? `&start=${encodeURIComponent(start)}` : ""}`;
    panel.append(frame);
  }

  function enter() {
    if (!ready) return shut.focus();
    frame.focus();
    say("opened");
  }

  function toggle() {
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", !panel.hidden);
    hold();
    if (!panel.hidden) {
      if (!frame) load();
      count(0);
      return enter();
    }
    button.focus();
    if (ready) say("closed");
  }

  const close = () => panel.hidden || toggle();
  const heard = {
    ready() {
      ready = wait.hidden = true;
      frame.hidden = false;
      if (!panel.hidden) enter();
    },
    close,
    unread: ({ count: number }) => panel.hidden && count(Number(number) || 0),
  };

  on(window, "message", ({ origin, source, data }) => {
    if (!frame || origin !== home || source !== frame.contentWindow || !data) return;
    if (Object.keys(heard).includes(data.navigator)) heard[data.navigator](data);
  });
  on(button, "click", toggle);
  on(shut, "click", close);
  on(phone, "change", hold);

  const host = make(NAME);
  if (position === "left") host.dataset.side = "left";
  const root = host.attachShadow({ mode: "open" });
  on(root, "keydown", ({ key }) => key === "Escape" && close());
  root.append(panel, button, told);
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.prepend(make("style", {}, STYLE));
  }

  const show = () => document.querySelector(NAME) || document.body.append(host);
  if (document.body) show();
  else on(document, "DOMContentLoaded", show);
})();
