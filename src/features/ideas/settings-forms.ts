import type { APIModalSubmitInteraction } from 'discord-api-types/v10';
import { type ModalInputs, modalInputs } from '../../discord/inputs.ts';
import type { Reply } from '../../discord/interaction.ts';
import { changeCategories, parseCategories } from './settings-categories.ts';
import { type IdeaSetupForm, setupParts as parts } from './settings-custom-ids.ts';
import { parseDays, parseHours, parseLadder, parseNumber } from './settings-input.ts';
import { saveAndShow, showPanel } from './settings-panel.ts';
import { type Goals, ideaSettingsLimits as limits } from './settings-rules.ts';
import type { IdeaSetupDeps, SetupCall } from './settings-types.ts';
import { categoriesNote, dryRunNote } from './settings-views.ts';

/** What a filled form changes. Throws a refusal for what is not understood; then nothing is changed. */
export async function submitSetupForm(
  deps: IdeaSetupDeps,
  call: SetupCall,
  what: IdeaSetupForm,
): Promise<Reply> {
  const typed = modalInputs(call.raw as APIModalSubmitInteraction);
  const saved = call.t('ideasSetup.notes.saved');
  switch (what) {
    case 'goals':
      return submitGoals(deps, call, typed);
    case 'review': {
      const reviewDays = parseDays(typed.text(parts.days), limits.reviewDays);
      const reviewers = parseNumber(typed.text(parts.reviewers), limits.reviewers);
      return saveAndShow(deps, call, 'goals', { reviewDays, reviewers }, saved);
    }
    case 'pace': {
      const cooldownHours = parseHours(typed.text(parts.cooldown), limits.cooldownHours);
      const openPerMember = parseNumber(typed.text(parts.open), limits.openPerMember);
      return saveAndShow(deps, call, 'rules', { cooldownHours, openPerMember }, saved);
    }
    case 'categories': {
      const before = deps.ideaSettings.settingsOf(call.guildId).categories;
      const change = changeCategories(before, parseCategories(typed.text(parts.categories)));
      const { categories } = change;
      return saveAndShow(deps, call, 'rules', { categories }, categoriesNote(change, call.t));
    }
    default:
      return what satisfies never;
  }
}

async function submitGoals(deps: IdeaSetupDeps, call: SetupCall, typed: ModalInputs): Promise<Reply> {
  const goals: Goals = {
    ladder: parseLadder(typed.text(parts.ladder)),
    floor: parseNumber(typed.text(parts.floor), limits.floor),
  };
  if (typed.one(parts.what) !== 'try') return saveGoals(deps, call, goals);
  const words = dryRunNote(tryGoals(deps, call, goals), call.t, goals);
  return showPanel(deps, call, 'goals', { words, use: goals });
}

export function saveGoals(deps: IdeaSetupDeps, call: SetupCall, goals: Goals): Promise<Reply> {
  return saveAndShow(deps, call, 'goals', goals, call.t('ideasSetup.notes.goalsSaved'));
}

/** How past ideas would have done with these goals, or with those that are set. */
export function tryGoals(deps: IdeaSetupDeps, { guildId, now }: SetupCall, goals?: Goals) {
  return deps.dryRun(guildId, { ...deps.ideaSettings.settingsOf(guildId), ...goals }, now);
}
