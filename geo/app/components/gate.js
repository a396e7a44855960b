/* Modules load in any order: whoever needs the drawing code waits at the gate for it. */
const gate = (globalThis.standoffGate ??= (() => {
  let open;
  const promise = new Promise((resolve) => (open = resolve));
  promise.open = open;
  return promise;
})());

/* Messages are plain or packed; of two that overtake each other the later one counts. */
async function read(so, data, holder) {
  const turn = (holder.standoffTurn = (holder.standoffTurn || 0) + 1);
  const content = data.packed ? await so.unpack(data.packed) : data.plain;
  return turn === holder.standoffTurn ? content : null;
}
