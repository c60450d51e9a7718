/** Bytes that a document may have. */
const limits: Record<string, number> = { checklist: 260_000, memo: 130_000 };

/** The letter and the hand-made pages hold a page or two. */
export const sizeLimit = (document: string): number => limits[document] ?? 60_000;
