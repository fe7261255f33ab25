// Speaks to /api/chat. Every outcome is one of: an answer, a refusal with its sentence, or no connection.

const PATIENCE = 15000;

export function messageId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function ask(body) {
  let response;
  try {
    response = await fetch("/api/chat", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const said = await response.json();
    if (response.ok) return { answer: said };
    return { status: response.status, sentence: said.detail };
  } catch {
    return { status: 0, sentence: "Ik krijg geen verbinding met de navigator. Kijk of je online bent en probeer het nog eens." };
  }
}
