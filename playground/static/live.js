// Hearing every change as it happens; after a gap, the whole state is read again.
import { readState } from "./api.js";

const AGAIN_MILLISECONDS = 600;
const STALE_KINDS = new Set(["reset", "profile"]);
/** Changes after which reading everything again is simpler than saying what changed. */

/** Listen for good: `onState(state)`, `onEvent(event)`, `onLink(isUp)`. */
export function listen({ onState, onEvent, onLink }) {
  let source = null;
  let lastId = 0;
  let waiting = null;
  let round = 0;

  const take = (id, event) => {
    if (id <= lastId) return;
    if (id !== lastId + 1 || STALE_KINDS.has(event.kind)) {
      lastId = id;
      readAgain();
      return;
    }
    lastId = id;
    onEvent(event);
  };

  const readAgain = async () => {
    const mine = ++round;
    waiting ??= [];
    try {
      const state = await readState();
      if (mine !== round) return;
      lastId = state.last_event_id;
      onState(state);
      onLink(true);
      const late = waiting;
      waiting = null;
      for (const [id, event] of late) waiting ? waiting.push([id, event]) : take(id, event);
    } catch (error) {
      if (error.code !== "offline") console.error(error);
      onLink(false);
      setTimeout(() => mine === round && readAgain(), AGAIN_MILLISECONDS);
    }
  };

  const connect = () => {
    source = new EventSource("/control/events");
    source.onopen = readAgain;
    source.onmessage = ({ lastEventId, data }) => {
      const id = Number(lastEventId);
      if (waiting) waiting.push([id, JSON.parse(data)]);
      else take(id, JSON.parse(data));
    };
    source.onerror = () => {
      onLink(false);
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, AGAIN_MILLISECONDS);
    };
  };
  connect();
}
