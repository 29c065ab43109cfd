import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { MeasureIn } from './boxes.ts';
import type { FontBook } from './fonts.ts';
import { drawLines, measurer } from './pen.ts';
import { type TextStyle, tidy, wrap } from './text-layout.ts';
import type { ThanksCard } from './types.ts';

/** CSS pixels; drawn at SCALE. */
const WIDTH = 560;
const SCALE = 2;
const PADDING = 32;
const INNER = WIDTH - 2 * PADDING;
/** Room for the line at the side of the reason. */
const INDENT = 18;

const TITLE: TextStyle = { size: 30, line: 38, weight: 700 };
const VALUE: TextStyle = { size: 15, line: 20, weight: 600 };
const REASON: TextStyle = { size: 19, line: 28, weight: 400 };
const FROM: TextStyle = { size: 16, line: 22, weight: 600 };

const COLOUR = {
  card: ['#4a2c18', '#2a211c'],
  glow: ['rgba(255, 176, 102, 0.34)', 'rgba(255, 176, 102, 0)'],
  title: '#fff4e8',
  reason: '#f3e7da',
  from: '#ffc78f',
  side: '#f0803c',
  pill: 'rgba(255, 176, 102, 0.18)',
  value: '#ffcf9e',
  sparks: ['#ffb066', '#f0803c', '#ffe0b8', '#d98c5f'],
} as const;

/** Most lines of each text; what does not fit ends with an ellipsis. The whole reason stands beside the picture. */
const MOST = { title: 3, value: 1, reason: 7, from: 2 } as const;

/** A card as PNG, 1,120 pixels wide. It brings its own background, so it looks the same on dark and on light. */
export function drawThanksCard(card: ThanksCard, fonts: FontBook): Uint8Array {
  const texts = [card.title, card.value, card.reason, card.from].map((text) => tidy(text, 700));
  const families = fonts.familiesFor(texts.join(''));
  const layout = layOut(texts, measurer(families));
  const canvas = createCanvas(WIDTH * SCALE, layout.height * SCALE);
  const context = canvas.getContext('2d');
  context.scale(SCALE, SCALE);
  context.textBaseline = 'alphabetic';
  drawBackground(context, layout.height);
  drawSparks(context, texts.join(''));
  drawTexts(context, layout, families);
  return canvas.encodeSync('png');
}

interface Block {
  lines: string[];
  top: number;
}
interface Layout {
  height: number;
  title: Block;
  value: Block & { width: number };
  reason: Block;
  /** On the right: Discord puts a badge on the lower left corner of a picture with alt text. */
  from: Block & { left: number };
}

function layOut(
  [title = '', value = '', reason = '', from = '']: readonly string[],
  measure: MeasureIn,
): Layout {
  const lines = (text: string, style: TextStyle, most: number, width = INNER) =>
    text === '' ? [] : wrap(text, width, most, measure(style));
  const titleLines = lines(title, TITLE, MOST.title, INNER - 70);
  const valueLines = lines(value, VALUE, MOST.value, INNER - 28);
  const reasonLines = lines(reason, REASON, MOST.reason, INNER - INDENT);
  const fromLines = lines(from, FROM, MOST.from);
  const valueTop = PADDING + titleLines.length * TITLE.line + 12;
  const reasonTop = valueTop + (valueLines.length > 0 ? VALUE.line + 26 : 8);
  const fromTop = reasonTop + reasonLines.length * REASON.line + 20;
  const [pill = ''] = valueLines;
  return {
    height: Math.ceil(fromTop + fromLines.length * FROM.line + PADDING - 6),
    title: { lines: titleLines, top: PADDING },
    value: { lines: valueLines, top: valueTop, width: measure(VALUE)(pill) },
    reason: { lines: reasonLines, top: reasonTop },
    from: {
      lines: fromLines,
      top: fromTop,
      left: WIDTH - PADDING - Math.max(0, ...fromLines.map(measure(FROM))),
    },
  };
}

function drawBackground(context: SKRSContext2D, height: number): void {
  context.beginPath();
  context.roundRect(0, 0, WIDTH, height, 18);
  context.clip();
  const ground = context.createLinearGradient(0, 0, WIDTH, height);
  ground.addColorStop(0, COLOUR.card[0]);
  ground.addColorStop(1, COLOUR.card[1]);
  context.fillStyle = ground;
  context.fillRect(0, 0, WIDTH, height);
  const glow = context.createRadialGradient(WIDTH - 60, 20, 10, WIDTH - 60, 20, 260);
  glow.addColorStop(0, COLOUR.glow[0]);
  glow.addColorStop(1, COLOUR.glow[1]);
  context.fillStyle = glow;
  context.fillRect(0, 0, WIDTH, height);
}

/** A little firework in the corner; the same text has the same one. */
function drawSparks(context: SKRSContext2D, text: string): void {
  let seed = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).reduce(
    (sum, unit) => (sum * 31 + unit) % 65_521,
    7,
  );
  const next = (): number => {
    seed = (seed * 171 + 11_213) % 53_125;
    return seed / 53_125;
  };
  for (let spark = 0; spark < 26; spark += 1) {
    const angle = Math.PI * (0.45 + 0.75 * next());
    const distance = 26 + 110 * next();
    const x = WIDTH - 46 + Math.cos(angle) * distance;
    const y = 26 + Math.sin(angle) * distance * 0.62;
    context.beginPath();
    context.arc(x, y, 1.2 + 2.6 * next(), 0, 2 * Math.PI);
    context.globalAlpha = 0.9 - distance / 190;
    context.fillStyle = COLOUR.sparks[spark % COLOUR.sparks.length] ?? COLOUR.sparks[0];
    context.fill();
  }
  context.globalAlpha = 1;
}

function drawTexts(context: SKRSContext2D, { title, value, reason, from }: Layout, families: string): void {
  drawLines(context, title.lines, {
    style: TITLE,
    families,
    top: title.top,
    left: PADDING,
    colour: COLOUR.title,
  });
  if (value.lines.length > 0) {
    context.beginPath();
    context.roundRect(PADDING, value.top - 5, value.width + 28, VALUE.line + 10, 15);
    context.fillStyle = COLOUR.pill;
    context.fill();
    drawLines(context, value.lines, {
      style: VALUE,
      families,
      top: value.top,
      left: PADDING + 14,
      colour: COLOUR.value,
    });
  }
  context.fillStyle = COLOUR.side;
  context.beginPath();
  context.roundRect(PADDING, reason.top + 3, 4, Math.max(1, reason.lines.length) * REASON.line - 6, 2);
  context.fill();
  drawLines(context, reason.lines, {
    style: REASON,
    families,
    top: reason.top,
    left: PADDING + INDENT,
    colour: COLOUR.reason,
  });
  drawLines(context, from.lines, {
    style: FROM,
    families,
    top: from.top,
    left: from.left,
    colour: COLOUR.from,
  });
}
