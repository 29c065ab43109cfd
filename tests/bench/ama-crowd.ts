import type { APIMessage } from 'discord-api-types/v10';
import type { InteractionInput } from '../../src/sandbox/interactions/check-press.ts';
import type { PressResult } from '../../src/sandbox/interactions/press.ts';
import type { OpenModal } from '../../src/sandbox/world/types.ts';
import { buttonsOf } from '../support/messages.ts';
import { modalSubmission } from '../support/modal.ts';
import type { TestSandbox } from '../support/sandbox.ts';
import type { Press } from './load.ts';

export interface Crowd {
  /** One act of whoever's turn it is. */
  act: Press;
  /** Instants at which questions were acknowledged, in order (performance.now). */
  askedAt: number[];
  /** How many presses of Support were acknowledged. */
  supports(): number;
}

/** So many are there at a time; the next ones come when these have done everything. */
const AT_A_TIME = 200;
const ACTS = 14;

/**
 * People who ask a question each and then read those of others, ten of which they support. `acts` of one person come
 * one after the other, those of different people together.
 */
export function amaCrowd(sandbox: TestSandbox, announcement: APIMessage, userIds: readonly string[]): Crowd {
  const askedAt: number[] = [];
  let supports = 0;
  const forms = new Map<string, OpenModal>();
  const lists = new Map<string, string>();
  const { channel_id } = announcement;
  const idOn = (message: APIMessage | undefined, begin: string): string | undefined =>
    buttonsOf(message).find(({ customId }) => customId?.startsWith(begin))?.customId;

  const press = (userId: string, message: APIMessage, custom_id: string): Promise<PressResult> => {
    const data = { component_type: 2, custom_id };
    const input: InteractionInput = { type: 3, channel_id, message_id: message.id, data };
    return sandbox.interact(userId, input);
  };

  const openForm = async (userId: string): Promise<PressResult> => {
    const result = await press(userId, announcement, idOn(announcement, 'ama-ask:') ?? '');
    if (result.modal) forms.set(userId, result.modal);
    return result;
  };
  const ask = async (userId: string): Promise<PressResult> => {
    const form = forms.get(userId);
    if (form === undefined) throw new Error('no form was opened');
    const { components } = await modalSubmission(form, { text: `How do you roast number ${userId}?` });
    const data = { id: form.id, custom_id: form.custom_id, components };
    const result = await sandbox.interact(userId, { type: 5, channel_id, data });
    if (result.result !== 'failure') askedAt.push(performance.now());
    return result;
  };
  const browse = async (userId: string): Promise<PressResult> => {
    const result = await press(userId, announcement, idOn(announcement, 'ama-browse:') ?? '');
    if (result.message) lists.set(userId, result.message.id);
    return result;
  };
  /** The first on this page that they do not support yet; where there is none, the next page. */
  const support = async (userId: string): Promise<PressResult> => {
    const list = sandbox.world.ephemerals.get(lists.get(userId) ?? '')?.message;
    if (list === undefined) throw new Error('no list was opened');
    const wanted = buttonsOf(list).find(
      ({ customId, label }) => customId?.startsWith('ama-support:') && label === 'Support',
    );
    if (wanted?.customId === undefined) {
      const next = buttonsOf(list).find(({ label, disabled }) => !disabled && label === 'More');
      return press(userId, list, next?.customId ?? '');
    }
    const result = await press(userId, list, wanted.customId);
    if (result.result !== 'failure') supports += 1;
    return result;
  };

  const inOrder = [openForm, ask, browse];
  return {
    askedAt,
    supports: () => supports,
    act(index) {
      const size = AT_A_TIME * ACTS;
      const block = Math.floor(index / size);
      const present = userIds.slice(block * AT_A_TIME, (block + 1) * AT_A_TIME);
      const turn = index % size;
      const round = Math.floor(turn / present.length);
      const userId = present[turn % present.length] ?? '';
      return (inOrder[round] ?? support)(userId);
    },
  };
}
