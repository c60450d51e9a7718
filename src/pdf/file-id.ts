/**
 * The file identifier (ISO 32000-1 §14.4) from what the file holds: the same content has the same id on every
 * machine, and nothing else than the content goes into it. FNV-1a, four lanes of 32 bits.
 */
export function fileId(parts: Iterable<string>): Uint8Array {
  const lanes = new Uint32Array([0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]);
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      const code = part.charCodeAt(i);
      for (let lane = 0; lane < 4; lane++) lanes[lane] = Math.imul(lanes[lane]! ^ (code + lane), 0x01000193);
    }
  }
  const id = new Uint8Array(16);
  const view = new DataView(id.buffer);
  lanes.forEach((lane, index) => {
    view.setUint32(index * 4, lane);
  });
  return id;
}
