/* What stands behind the components: here and not in each, since theirs is sent with every run. */
(function (so) {
  so.hosts = {};

  /** Messages are plain or packed; of two that overtake each other the later one counts. */
  so.read = async function (data, holder) {
    const turn = (holder.standoffTurn = (holder.standoffTurn || 0) + 1);
    const content = data.packed ? await so.unpack(data.packed) : data.plain;
    return turn === holder.standoffTurn ? content : null;
  };
})(globalThis.standoff);
