export declare const OLDEST_BROWSERS: Readonly<Record<'safari' | 'chrome' | 'firefox', string>>;

/** Writes begin.js alone. */
export declare function buildBegin(folder: string): Promise<unknown>;

/** Writes the page into a folder, which is emptied before. */
export declare function buildWeb(folder: string): Promise<void>;
