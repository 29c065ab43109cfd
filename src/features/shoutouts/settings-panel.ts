import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import type { ShoutoutSettings } from './model.ts';
import { about } from './press.ts';
import type { ShoutoutSetupPage } from './settings-custom-ids.ts';
import { shoutoutSetupPanel } from './settings-views.ts';
import type { PressCall, ShoutoutSetupDeps } from './surface-types.ts';

/** The panel as it is now. */
export function shoutoutPanelNow(
  { shoutouts }: Pick<ShoutoutSetupDeps, 'shoutouts'>,
  { guildId, t }: Pick<Call, 'guildId' | 't'>,
  page: ShoutoutSetupPage = 'place',
  note?: string,
): MessageBody {
  return shoutoutSetupPanel(shoutouts.settings(guildId), page, t, note);
}

/** The panel anew, with a word on what became of the press. */
export function showPanel(
  deps: ShoutoutSetupDeps,
  call: PressCall,
  page: ShoutoutSetupPage,
  note?: string,
): Reply {
  return { kind: 'update', body: shoutoutPanelNow(deps, call, page, note) };
}

/** Saves, then shows the panel. */
export async function saveAndShow(
  deps: ShoutoutSetupDeps,
  call: PressCall,
  page: ShoutoutSetupPage,
  changes: Partial<ShoutoutSettings>,
  words = call.t('shoutoutsSetup.notes.saved'),
): Promise<Reply> {
  await deps.writer.write(() => deps.shoutouts.changeSettings({ ...about(call), changes }));
  return showPanel(deps, call, page, words);
}
