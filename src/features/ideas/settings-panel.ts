import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import type { IdeaSettings } from './model.ts';
import type { IdeaSetupPage } from './settings-custom-ids.ts';
import type { IdeaSetupDeps, IdeaSetupSources, SetupCall } from './settings-types.ts';
import { ideaSetupPanel, type SetupNote } from './settings-views.ts';

/** The panel as it is now. */
export function ideaPanelNow(
  sources: IdeaSetupSources,
  call: Pick<Call, 'guildId' | 't' | 'now'>,
  page: IdeaSetupPage = 'places',
  note?: SetupNote,
): MessageBody {
  const { guildId, t, now } = call;
  const settings = sources.ideaSettings.settingsOf(guildId);
  const state = {
    settings,
    activity: sources.activity(guildId, now),
    staffChannelId: settings.staffChannelId ?? sources.noticesChannelOf(guildId),
  };
  return ideaSetupPanel(state, page, t, note);
}

/** The panel anew, with a word on what became of the press. */
export function showPanel(
  deps: IdeaSetupDeps,
  call: SetupCall,
  page: IdeaSetupPage,
  note?: SetupNote,
): Reply {
  return { kind: 'update', body: ideaPanelNow(deps, call, page, note) };
}

/** Saves, and reads the truth again afterwards even if the save failed; then shows the panel. */
export async function saveAndShow(
  deps: IdeaSetupDeps,
  call: SetupCall,
  page: IdeaSetupPage,
  changes: Partial<IdeaSettings>,
  words: string,
): Promise<Reply> {
  const { guildId, actor, now } = call;
  try {
    await deps.writer.write(() => deps.ideaSettings.change({ guildId, by: actor.userId, now, changes }));
  } finally {
    deps.ideaSettings.forget(guildId);
  }
  return showPanel(deps, call, page, { words });
}
