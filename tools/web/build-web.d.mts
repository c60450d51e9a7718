/** Writes the page into a folder, which is emptied before. */
export declare function buildWeb(folder: string): Promise<void>;
