// Small line plots as SVG, two in a row, both axes from zero: what is linear looks straight.
const WIDTH = 360;
const HEIGHT = 220;
const LEFT = 52;
const BOTTOM = 30;
const TOP = 26;
const RIGHT = 14;

/** 1, 2 or 5 times a power of ten, at least the value. */
function niceCeiling(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value);
}

function panel({ title, series }, index) {
  const all = series.flatMap(({ points }) => points);
  const maxX = Math.max(...all.map(([x]) => x));
  const maxY = niceCeiling(Math.max(...all.map(([, y]) => y)));
  const x = (value) => LEFT + (value / maxX) * (WIDTH - LEFT - RIGHT);
  const y = (value) => HEIGHT - BOTTOM - (value / maxY) * (HEIGHT - BOTTOM - TOP);
  const at = (value) => value.toFixed(1);
  const label = (px, py, anchor, text) =>
    `<text x="${at(px)}" y="${at(py)}" text-anchor="${anchor}">${text}</text>`;
  const parts = [label(LEFT, 15, 'start', title)];
  for (const share of [0, 0.5, 1]) {
    const [gx, gy] = [x(share * maxX), y(share * maxY)];
    parts.push(`<path d="M${LEFT} ${at(gy)}H${WIDTH - RIGHT}" stroke="#ddd"/>`);
    parts.push(label(LEFT - 5, gy + 4, 'end', (share * maxY).toLocaleString('en')));
    parts.push(
      label(
        gx,
        HEIGHT - BOTTOM + 16,
        share === 1 ? 'end' : 'middle',
        Math.round(share * maxX).toLocaleString('en'),
      ),
    );
  }
  for (const { points } of series) {
    const path = points.map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${at(x(px))} ${at(y(py))}`).join('');
    parts.push(`<path d="${path}" fill="none" stroke="#06c" stroke-width="1.5"/>`);
    if (points.length <= 12)
      for (const [px, py] of points)
        parts.push(`<circle cx="${at(x(px))}" cy="${at(y(py))}" r="2.5" fill="#06c"/>`);
  }
  const [dx, dy] = [(index % 2) * WIDTH, Math.floor(index / 2) * HEIGHT];
  return `<g transform="translate(${dx} ${dy})">${parts.join('')}</g>`;
}

export function plot(panels) {
  const height = Math.ceil(panels.length / 2) * HEIGHT;
  const width = 2 * WIDTH;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
    `<path d="M0 0h${width}v${height}H0z" fill="#fff"/>`,
    ...panels.map(panel),
    '</svg>\n',
  ].join('\n');
}
