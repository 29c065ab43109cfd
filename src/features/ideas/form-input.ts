import type { APIAttachment, APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { ModalInputs } from '../../discord/inputs.ts';
import { cutGraphemes, plainLine } from '../../shared/text.ts';
import { criteria, type IdeaText, ideaLimits, type Scores } from './model.ts';
import { parts } from './private-custom-ids.ts';

/** What came back from the forms. A client may send anything; the service judges it. */

export function typedText(form: ModalInputs): IdeaText {
  return {
    title: form.text(parts.title),
    body: form.text(parts.body),
    problem: form.text(parts.problem),
    category: form.one(parts.category),
  };
}

/** NaN where nothing, or something else, was chosen. */
export function typedScores(form: ModalInputs): Scores {
  const entries = criteria.map((each) => {
    const chosen = form.one(each) ?? '';
    return [each, /^[1-5]$/u.test(chosen) ? Number(chosen) : Number.NaN];
  });
  return Object.fromEntries(entries) as Scores;
}

/** The files that were sent along with a form, as Discord describes them. */
export function sentFiles(raw: APIModalSubmitInteraction, form: ModalInputs): APIAttachment[] {
  const known = raw.data.resolved?.attachments ?? {};
  const files = form.many(parts.images).map((id) => (Object.hasOwn(known, id) ? known[id] : undefined));
  return files.filter((file) => file !== undefined).slice(0, ideaLimits.images);
}

/** A message as an idea: its first line is the title where there is more, all of it the text. */
export function messageText(content: string): Pick<IdeaText, 'title' | 'body'> {
  const lines = content.split('\n').map((line) => plainLine(line));
  const first = lines.find((line) => line !== '') ?? '';
  const title = first.replace(/^(?:#{1,3}|[-*>])\s+/u, '');
  return { title: cutGraphemes(title, ideaLimits.title), body: cutGraphemes(content, ideaLimits.body) };
}

/** UTF-8 bytes of what is searched for: with base64 it has to fit into the custom id of a button. */
const searchBytes = 51;

export function searchText(typed: string): string {
  const line = plainLine(typed).slice(0, ideaLimits.searchText);
  for (let most = searchBytes; most > 0; most -= 3) {
    const cut = cutGraphemes(line, most, '');
    if (Buffer.byteLength(cut, 'utf8') <= searchBytes) return cut.trim();
  }
  return '';
}
