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

export function several(number, one, more) {
  return `${number} ${number === 1 ? one : more}`;
}
