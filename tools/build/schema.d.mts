export declare function makeSchema(): Promise<string>;
