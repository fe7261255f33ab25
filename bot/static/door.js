// Speaks to /api/chat, and asks what waits in a talk. Every outcome is one of: an answer, a refusal with its sentence, or no connection.

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

// What waits in a talk since a number; nothing when it cannot be asked now, as it will be asked again.
export async function waitingIn(conversation, after) {
  try {
    const path = `/api/chat/${encodeURIComponent(conversation)}/messages?after=${after}`;
    const response = await fetch(path, { signal: AbortSignal.timeout(PATIENCE) });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
