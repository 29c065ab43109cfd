import type { Reply } from '../../discord/interaction.ts';
import { typedIn } from '../../discord/press.ts';
import { leadingEmoji } from '../../shared/leading-emoji.ts';
import { plainLine } from '../../shared/text.ts';
import { about } from './press.ts';
import { refuse } from './refuse.ts';
import { setupParts as parts } from './settings-custom-ids.ts';
import { showPanel } from './settings-panel.ts';
import type { PressCall, ShoutoutSetupDeps } from './surface-types.ts';
import { valueText } from './words-views.ts';

/** Adds a value, or changes or removes the one of that key. */
export async function saveValue(
  deps: ShoutoutSetupDeps,
  call: PressCall,
  key: string | undefined,
): Promise<Reply> {
  const { shoutouts, writer } = deps;
  const typed = typedIn(call);
  const removes = key !== undefined && typed.many(parts.remove).length > 0;
  const name = removes ? '' : plainLine(typed.text(parts.name));
  if (!removes && name === '') refuse('shoutouts.refusals.settings', { what: 'value-name' });
  const before = valueText(key, shoutouts.settings(call.guildId).values);
  const value = {
    name,
    emoji: removes ? '' : typedEmoji(typed.text(parts.emoji)),
    description: plainLine(typed.text(parts.description)),
  };
  await writer.write(() => shoutouts.saveValue({ ...about(call), key, value }));
  const words = removes
    ? call.t('shoutoutsSetup.notes.removed', { name: before ?? '' })
    : call.t('shoutoutsSetup.notes.saved');
  return showPanel(deps, call, 'values', words);
}

/** One emoji as Discord shows it, or none. Throws where it is anything else. */
function typedEmoji(typed: string): string {
  const line = plainLine(typed);
  if (line === '' || /^<a?:\w{2,32}:\d{1,20}>$/u.test(line)) return line;
  const [inFront, emoji] = leadingEmoji(line);
  if (emoji === '' || inFront !== line) refuse('shoutouts.refusals.settings', { what: 'value-emoji' });
  return emoji;
}
