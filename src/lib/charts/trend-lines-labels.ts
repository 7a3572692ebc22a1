/**
 * Moves labels of one height apart, as little as it takes: their centres, given in pixels from the
 * top, end up at least `apart` from one another, in the same order, and inside [0, `height`] where
 * there is room for all.
 */
export function spreadLabels(wanted: readonly number[], apart: number, height: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  // Blocks of touching labels, each around the mean of what its members want.
  const blocks: { sum: number; members: number[]; top: number }[] = [];
  const place = (block: (typeof blocks)[number]) => {
    const size = (block.members.length - 1) * apart;
    const centred = block.sum / block.members.length - size / 2;
    block.top = Math.max(0, Math.min(centred, height - size));
  };
  for (const index of order) {
    let block = { sum: wanted[index]!, members: [index], top: 0 };
    place(block);
    for (
      let above = blocks[blocks.length - 1];
      above && above.top + above.members.length * apart > block.top;
      above = blocks[blocks.length - 1]
    ) {
      blocks.pop();
      block = {
        sum: above.sum + block.sum,
        members: [...above.members, ...block.members],
        top: 0,
      };
      place(block);
    }
    blocks.push(block);
  }
  const placed: number[] = wanted.map(() => 0);
  for (const { members, top } of blocks)
    members.forEach((index, i) => {
      placed[index] = top + i * apart;
    });
  return placed;
}
