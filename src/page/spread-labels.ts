/** Labels in one column, each as near to its wanted place as the others allow: neighbours that would meet share the shift. */
export interface ColumnLabel {
  wantedPt: number;
  heightPt: number;
}

interface Cluster {
  first: number;
  count: number;
  /** Sum of the places that its labels want for its top. */
  sumPt: number;
  heightPt: number;
  topPt: number;
}

/** `labels` in the order of their places. Returns the tops, all between 0 and `limitPt` where that is possible. */
export function spreadLabels(labels: readonly ColumnLabel[], gapPt: number, limitPt: number): number[] {
  const clusters: Cluster[] = [];
  const place = (cluster: Cluster): void => {
    const mean = cluster.sumPt / cluster.count;
    cluster.topPt = Math.max(0, Math.min(mean, limitPt - cluster.heightPt));
  };
  labels.forEach(({ wantedPt, heightPt }, first) => {
    let last: Cluster = { first, count: 1, sumPt: wantedPt, heightPt, topPt: 0 };
    place(last);
    for (;;) {
      const before = clusters[clusters.length - 1];
      if (!before || before.topPt + before.heightPt + gapPt <= last.topPt) break;
      clusters.pop();
      const shiftPt = before.heightPt + gapPt;
      last = {
        first: before.first,
        count: before.count + last.count,
        sumPt: before.sumPt + last.sumPt - last.count * shiftPt,
        heightPt: shiftPt + last.heightPt,
        topPt: 0,
      };
      place(last);
    }
    clusters.push(last);
  });
  const tops: number[] = [];
  for (const { first, count, topPt } of clusters) {
    let y = topPt;
    for (const { heightPt } of labels.slice(first, first + count)) {
      tops.push(y);
      y += heightPt + gapPt;
    }
  }
  return tops;
}
