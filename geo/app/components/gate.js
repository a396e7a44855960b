/* Modules load in any order: whoever needs the drawing code waits at the gate for it. */
const gate = (globalThis.standoffGate ??= (() => {
  let open;
  const promise = new Promise((resolve) => (open = resolve));
  promise.open = open;
  return promise;
})());
