export declare function parseJson(name: string, text: string): unknown;
