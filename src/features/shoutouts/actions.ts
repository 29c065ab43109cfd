import type { APIApplicationCommandOptionChoice, APIMessage } from 'discord-api-types/v10';
import type { Call, Reply } from '../../discord/interaction.ts';
import { personBehind } from '../../discord/message-author.ts';
import { privately } from '../../discord/press.ts';
import { folded } from '../../shared/text.ts';
import { give, openGiveForm } from './give-components.ts';
import { shoutoutHelp } from './help-views.ts';
import { choiceText } from './log-views.ts';
import { boardPeriods, type Value } from './model.ts';
import { about, worded } from './press.ts';
import { boardBody } from './read-components.ts';
import { refuse } from './refuse.ts';
import { checkPicked, seenMembers } from './seen.ts';
import { logBody, openVoidForm, shoutoutNumber } from './staff-components.ts';
import { storyBody } from './story.ts';
import type { ShoutoutSurfaceDeps } from './surface-types.ts';
import { unsungView } from './unsung-views.ts';
import { plainValue } from './words-views.ts';

/** The options of `/shoutout give`; what is left out is asked in the form. */
export interface GiveInput {
  receiverIds: readonly string[];
  value: string | undefined;
  reason: string | undefined;
}

/** What the commands do; the buttons do the same through the same functions. */
export interface ShoutoutActions {
  give(call: Call, input: GiveInput): Promise<Reply>;
  /** Somebody in whose menu it was chosen. */
  thank(call: Call, userId: string): Promise<Reply>;
  /** For a message: its author is in the form, and the link stays. */
  thankFor(call: Call, message: Pick<APIMessage, 'id' | 'author' | 'webhook_id'> | undefined): Promise<Reply>;
  board(call: Call, input: { period: string | undefined; value: string | undefined }): Promise<Reply>;
  me(call: Call): Promise<Reply>;
  help(call: Call): Promise<Reply>;
  unsung(call: Call): Promise<Reply>;
  log(call: Call): Promise<Reply>;
  /** `typed` names a shout-out by its number. */
  takeBack(call: Call, typed: string): Promise<Reply>;
  /** The server's values, for autocomplete. */
  values(call: Call, typed: string): APIApplicationCommandOptionChoice[];
  /** The latest shout-outs, for autocomplete; nothing for those who are not staff. */
  choices(call: Call, typed: string): APIApplicationCommandOptionChoice[];
}

export function shoutoutActions(deps: ShoutoutSurfaceDeps): ShoutoutActions {
  const { shoutouts, policy } = deps;
  const valuesOf = (call: Call) => shoutouts.settings(call.guildId).values;

  return {
    give: (call, input) => worded(call.t, () => giveOrAsk(deps, call, input)),
    thank: (call, userId) =>
      worded(call.t, () => {
        checkPicked(call, seenMembers(call, [userId], policy));
        return openGiveForm(deps, call, { receiverIds: [userId] });
      }),
    thankFor: (call, message) =>
      worded(call.t, () => {
        if (!message) refuse('shoutouts.refusals.source-gone');
        const author = personBehind(message);
        // One's own message, or a bot's, can be what others are thanked for.
        const receiverIds = author === undefined || author === call.actor.userId ? [] : [author];
        const source = { channelId: call.channelId, messageId: message.id };
        return openGiveForm(deps, call, { receiverIds, source });
      }),
    board: (call, input) =>
      worded(call.t, () => {
        const period = boardPeriods.find((each) => each === input.period) ?? 'month';
        const value = valueNamed(input.value, valuesOf(call)) ?? '';
        return privately(boardBody(deps, call, { period, value, page: 0 }));
      }),
    me: (call) => worded(call.t, () => privately(storyBody(deps, call))),
    help: (call) =>
      worded(call.t, () => {
        const { guildId, actor, t } = call;
        const staff = policy.mayManage(guildId, actor);
        const admin = policy.mayAdminister(guildId, actor);
        return privately(shoutoutHelp(shoutouts.settings(guildId), { staff, admin }, t));
      }),
    unsung: (call) => worded(call.t, () => privately(unsungView(shoutouts.unsung(about(call)), call.t))),
    log: (call) => worded(call.t, () => privately(logBody(deps, call, 0))),
    takeBack: (call, typed) =>
      worded(call.t, () =>
        openVoidForm(deps, call, shoutoutNumber(typed) ?? refuse('shoutouts.refusals.not-found')),
      ),
    values: (call, typed) =>
      valuesOf(call)
        .filter(({ name }) => folded(name).includes(folded(typed)))
        .map((value) => ({ name: plainValue(value), value: value.key })),
    choices(call, typed) {
      if (!policy.mayManage(call.guildId, call.actor)) return [];
      return shoutouts
        .log({ ...about(call), page: 0 })
        .rows.filter(({ status }) => status === 'given')
        .map((each) => ({ name: choiceText(each, call.t), value: String(each.id) }))
        .filter(({ name }) => folded(name).includes(folded(typed)));
    },
  };
}

/** With everything typed there is nothing left to ask. */
function giveOrAsk(deps: ShoutoutSurfaceDeps, call: Call, input: GiveInput): Reply | Promise<Reply> {
  const { shoutouts, policy } = deps;
  const { settings } = shoutouts.mayGive(about(call));
  const receivers = seenMembers(call, input.receiverIds, policy);
  checkPicked(call, receivers);
  const { reason = '' } = input;
  const value = valueNamed(input.value, settings.values);
  if (input.value !== undefined && value === undefined) refuse('shoutouts.refusals.value-unknown');
  const asks = receivers.length === 0 || reason.trim() === '' || (!value && settings.values.length > 1);
  if (!asks) return give(deps, call, { receivers, value, reason, source: undefined });
  return openGiveForm(deps, call, { receiverIds: receivers.map(({ userId }) => userId), value, reason });
}

/** The key of a value that was picked, or typed by its name; undefined for none and for another. */
function valueNamed(typed: string | undefined, values: readonly Value[]): string | undefined {
  if (typed === undefined) return undefined;
  const found =
    values.find(({ key }) => key === typed) ?? values.find(({ name }) => folded(name) === folded(typed));
  return found?.key;
}
