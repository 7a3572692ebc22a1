/**
 * Strongly connected components of a directed graph (Kosaraju), as a component number for every
 * node, from 0. Edges between components lead from lower to higher numbers.
 *
 * @param edges n × n, row-major: 1 where an edge leads from the row's node to the column's
 */
export function componentsOf(edges: Uint8Array, n: number): Int32Array {
  const finished = finishingOrder(edges, n);
  const components = new Int32Array(n).fill(-1);
  let component = 0;
  for (let i = n - 1; i >= 0; i--) {
    const root = finished[i]!;
    if (components[root]! >= 0) continue;
    components[root] = component;
    const open = [root];
    for (let to = open.pop(); to !== undefined; to = open.pop())
      for (let from = 0; from < n; from++) {
        if (edges[from * n + to] === 0 || components[from]! >= 0) continue;
        components[from] = component;
        open.push(from);
      }
    component++;
  }
  return components;
}

/** Nodes in the order in which a depth-first search leaves them. */
function finishingOrder(edges: Uint8Array, n: number): Int32Array {
  const finished = new Int32Array(n);
  const isSeen = new Uint8Array(n);
  // How far each node's edges have been followed.
  const followed = new Int32Array(n);
  let count = 0;
  for (let root = 0; root < n; root++) {
    if (isSeen[root] === 1) continue;
    isSeen[root] = 1;
    const path = [root];
    while (path.length > 0) {
      const from = path[path.length - 1]!;
      let to = followed[from]!;
      while (to < n && (isSeen[to] === 1 || edges[from * n + to] === 0)) to++;
      followed[from] = to;
      if (to < n) {
        isSeen[to] = 1;
        path.push(to);
      } else {
        finished[count++] = from;
        path.pop();
      }
    }
  }
  return finished;
}
