// What a click brings, drawn once. A run of a page sends its parts as more than a hundred messages, and Streamlit's
// browser code draws the whole page anew for the first, for the second, and for whatever else has come by then: three to
// five times. So the server is asked to send the messages of a run together (gathering.py), and they are handed over in
// one go.
(() => {
  const MARK = 0;
  const LENGTH_BYTES = 4; // the lowest first

  function parted(data) {
    const view = new DataView(data);
    if (data.byteLength === 0 || view.getUint8(0) !== MARK) return [data];
    const messages = [];
    let at = 1;
    while (at < data.byteLength) {
      const begin = at + LENGTH_BYTES;
      at = begin + view.getUint32(begin - LENGTH_BYTES, true);
      messages.push(data.slice(begin, at));
    }
    return messages;
  }

  function gathered(address) {
    const asked = new URL(address, location.href);
    asked.searchParams.set("gathered", "1");
    return asked.href;
  }

  window.WebSocket = class extends window.WebSocket {
    constructor(address, ...protocols) {
      super(gathered(address), ...protocols);
    }

    addEventListener(kind, hear, ...others) {
      const each = ({ data }) => parted(data).forEach((one) => hear(new MessageEvent("message", { data: one })));
      super.addEventListener(kind, kind === "message" ? each : hear, ...others);
    }
  };
})();
