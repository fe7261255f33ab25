// Makes elements. Text only ever goes in as text, so what anybody typed cannot become a page.

export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

export function list(tag, items, className = "") {
  return items.length ? el(tag, { className }, items.map((item) => el("li", {}, item))) : null;
}

export function titled(title, content) {
  return content ? [el("h3", {}, title), content] : [];
}

export function facts(...parts) {
  const said = parts.filter(Boolean);
  return said.length ? el("p", { className: "facts" }, said.join(" · ")) : null;
}
