// What a click brings, drawn once. A run of a page sends its parts as more than a hundred messages, and Streamlit's
// browser code draws the whole page anew for the first, for the second, and for whatever else has come by then: three to
// five times. So the messages of a run wait for its last one and are handed over in one go. A run that takes longer is
// shown as it grows.
(() => {
  const LONGEST = 150; // ms
  // Fields of streamlit/proto/ForwardMsg.proto
  const METADATA = 2;
  const NEW_SESSION = 4;
  const SCRIPT_FINISHED = 6;
  const SESSION_STATUS_CHANGED = 9;

  // Which of its messages this is: the first field behind its hash and its metadata.
  function kindOf(data) {
    const bytes = new Uint8Array(data);
    let at = 0;
    const next = () => {
      let value = 0;
      for (let step = 1; at < bytes.length; step *= 128) {
        const byte = bytes[at++];
        value += (byte & 127) * step;
        if (byte < 128) break;
      }
      return value;
    };
    while (at < bytes.length) {
      const field = next() >> 3;
      if (field > METADATA) return field;
      const length = next();
      at += length;
    }
    return 0;
  }

  function gathering(hear) {
    let held = [];
    let waiting = null;
    let finished = false;

    function handOver() {
      clearTimeout(waiting);
      const messages = held;
      held = [];
      waiting = null;
      finished = false;
      messages.forEach((message) => hear(message));
    }

    return (message) => {
      const kind = kindOf(message.data);
      if (kind === NEW_SESSION) waiting ??= setTimeout(handOver, LONGEST);
      if (waiting === null) return hear(message);
      held.push(message);
      finished ||= kind === SCRIPT_FINISHED;
      if (finished && kind === SESSION_STATUS_CHANGED) handOver();
    };
  }

  window.WebSocket = class extends window.WebSocket {
    addEventListener(kind, hear, ...others) {
      super.addEventListener(kind, kind === "message" ? gathering(hear) : hear, ...others);
    }
  };
})();
