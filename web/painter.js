// SPDX-License-Identifier: MIT
// painter.js: paints the core's draw list (figure.h): fills with an outline outside, and lines with round ends.

/** @typedef {import('./core.js').Core} Core */
/** @typedef {Pick<CanvasRenderingContext2D, 'fillStyle' | 'strokeStyle' | 'lineWidth' | 'lineJoin' | 'lineCap' |
 *   'beginPath' | 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'closePath' | 'fill' | 'stroke' | 'setLineDash'>} Brush */

/** As many points has a rim, one every 15 degrees of its direction (UH_RIM_POINTS). */
const rimPoints = 24;
const rimStep = (2 * Math.PI) / rimPoints;
const directions = Array.from({ length: rimPoints + 1 }, (_, i) => [Math.cos(i * rimStep), Math.sin(i * rimStep)]);

export const palettes = ['light', 'dark', 'high-contrast', 'monochrome'];

/**
 * The colours of a palette, by tone.
 * @param {Core} core
 * @param {number} palette index in `palettes`
 */
export function paletteColours(core, palette) {
  const { exports } = core;
  return core.names('tone').map((_, tone) => cssColour(exports.uh_door_tone_colour(palette, tone)));
}

/** @param {Core} core @param {number} palette */
export function pageColour(core, palette) {
  return cssColour(core.exports.uh_door_page_colour(palette));
}

/** 0xRRGGBBAA as CSS. @param {number} number */
function cssColour(number) {
  return `#${(number >>> 0).toString(16).padStart(8, '0')}`;
}

/** The points of the last drawing, where they lie in the core's memory. */
class Points {
  /** @param {Float64Array} values @param {number} first @param {number} scale */
  constructor(values, first, scale) {
    this.values = values;
    this.first = first;
    this.scale = scale;
  }

  /** @param {number} k */
  x(k) {
    return this.values[2 * (this.first + k)] * this.scale;
  }

  /** @param {number} k */
  y(k) {
    return this.values[2 * (this.first + k) + 1] * this.scale;
  }
}

/** @param {Points} points @param {number} a @param {number} b */
function squareLength(points, a, b) {
  const x = points.x(b) - points.x(a);
  const y = points.y(b) - points.y(a);
  return x * x + y * y;
}

/**
 * Sides of an arc are about as long as their neighbours; one that is much longer is straight in truth.
 * @param {Points} points @param {number} k
 */
function isArc(points, k) {
  const here = squareLength(points, k, (k + 1) % rimPoints);
  const before = squareLength(points, (k + rimPoints - 1) % rimPoints, k);
  const after = squareLength(points, (k + 1) % rimPoints, (k + 2) % rimPoints);
  return here > 1e-12 * points.scale * points.scale && here < 2.5 * Math.max(before, after);
}

/** @param {Brush} brush @param {Points} points */
function traceRound(brush, points) {
  brush.moveTo(points.x(0), points.y(0));
  for (let k = 0; k < rimPoints; k++) {
    const to = (k + 1) % rimPoints;
    const [x, y] = [points.x(to), points.y(to)];
    if (isArc(points, k)) {
      // the tangents of both ends meet here
      const [cos, sin] = directions[k];
      const [nextCos, nextSin] = directions[k + 1];
      const along = ((x - points.x(k)) * nextCos + (y - points.y(k)) * nextSin) / Math.sin(rimStep);
      brush.quadraticCurveTo(points.x(k) - sin * along, points.y(k) + cos * along, x, y);
    } else {
      brush.lineTo(x, y);
    }
  }
}

/** @param {Brush} brush @param {Points} points @param {number} count */
function traceStraight(brush, points, count) {
  brush.moveTo(points.x(0), points.y(0));
  for (let k = 1; k < count; k++) {
    brush.lineTo(points.x(k), points.y(k));
  }
}

/**
 * Paints the core's last drawing, its height being `size` units of the brush.
 * @param {Core} core
 * @param {Brush} brush
 * @param {string[]} colours by tone
 * @param {number} size
 */
export function paint(core, brush, colours, size) {
  const { exports } = core;
  const { buffer } = exports.memory;
  const shapeCount = exports.uh_door_shape_count();
  const shapes = new DataView(buffer, exports.uh_door_shapes(), shapeCount * 48);
  const contours = new DataView(buffer, exports.uh_door_contours(), exports.uh_door_contour_count() * 12);
  const values = new Float64Array(buffer, exports.uh_door_points(), exports.uh_door_point_count() * 2);
  brush.lineJoin = 'round';
  brush.lineCap = 'round';
  for (let at = 0; at < shapeCount * 48; at += 48) {
    const isLine = shapes.getUint32(at, true) === 1;
    const tone = shapes.getUint32(at + 4, true);
    const first = shapes.getUint32(at + 8, true);
    const count = shapes.getUint32(at + 12, true);
    if (count === 0) {
      continue;
    }
    brush.beginPath();
    for (let i = first; i < first + count; i++) {
      const points = new Points(values, contours.getUint32(i * 12, true), size);
      if (contours.getUint8(i * 12 + 8) !== 0) {
        traceRound(brush, points);
      } else {
        traceStraight(brush, points, contours.getUint32(i * 12 + 4, true));
      }
      if (!isLine) {
        brush.closePath();
      }
    }
    if (isLine) {
      const dash = shapes.getFloat64(at + 40, true) * size;
      brush.setLineDash(dash > 0 ? [dash, dash] : []);
      brush.strokeStyle = colours[tone];
      brush.lineWidth = shapes.getFloat64(at + 32, true) * size;
      brush.stroke();
      continue;
    }
    const outline = shapes.getFloat64(at + 24, true) * size;
    if (outline > 0) {
      brush.setLineDash([]);
      brush.strokeStyle = colours[shapes.getUint32(at + 16, true)];
      brush.lineWidth = 2 * outline;
      brush.stroke();
    }
    brush.fillStyle = colours[tone];
    brush.fill();
  }
}
