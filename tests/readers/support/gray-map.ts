/** Rendered pages as numbers: portable gray maps (the P5 of pdftoppm), one after another. */
export interface GrayImage {
  width: number;
  height: number;
  /** 0 black … 255 white, by rows. */
  pixels: Uint8Array;
}

export function parseGrayMaps(bytes: Buffer): GrayImage[] {
  const images: GrayImage[] = [];
  for (let at = 0; at < bytes.length; ) {
    const head = /^P5\n(\d+) (\d+)\n255\n/.exec(bytes.subarray(at, at + 40).toString('latin1'));
    if (!head) throw new Error('not a portable gray map');
    const [width, height] = [Number(head[1]), Number(head[2])];
    const start = at + head[0].length;
    at = start + width * height;
    images.push({ width, height, pixels: bytes.subarray(start, at) });
  }
  return images;
}

/** How many dark pixels there are in a rectangle. */
export function inkIn(image: GrayImage, left: number, top: number, right: number, bottom: number): number {
  let ink = 0;
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(image.height, Math.ceil(bottom)); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(image.width, Math.ceil(right)); x++) {
      if (image.pixels[y * image.width + x]! < 160) ink++;
    }
  }
  return ink;
}
