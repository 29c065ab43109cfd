import { wordsOf } from '../api/client.ts';
import type { Command, CommandChoice, CommandIndex, SentOption } from '../api/command-types.ts';
import { attempt } from './actions.ts';
import { newNonce } from './ids.ts';
import type { Id, Message, OpenModal, PendingInteraction } from './model.ts';
import { interactionFailed, interactionSent, NO_ANSWER } from './reduce-interactions.ts';
import type { Session } from './session.ts';
import { uploadsFor } from './uploads.ts';

/** Longer than Discord's 3 s: only for the case that not even the failure reached this page. */
const GIVE_UP_MS = 9000;

interface Sending {
  type: number;
  applicationId: Id;
  channelId: Id;
  data: unknown;
  message?: Message;
  files?: File[];
}

function bodyOf(session: Session, sending: Sending, nonce: string) {
  return {
    type: sending.type,
    application_id: sending.applicationId,
    guild_id: session.store.get().channels[sending.channelId]?.guild_id,
    channel_id: sending.channelId,
    session_id: session.sessionId(),
    nonce,
    data: sending.data,
    message_id: sending.message?.id,
    message_flags: sending.message?.flags,
  };
}

async function send(
  session: Session,
  sending: Sending,
  pending: Omit<PendingInteraction, 'nonce' | 'state' | 'sentAt' | 'channelId'>,
) {
  const nonce = newNonce();
  const full: PendingInteraction = {
    ...pending,
    nonce,
    channelId: sending.channelId,
    state: 'sending',
    sentAt: Date.now(),
  };
  session.store.set((state) => interactionSent(state, full));
  const fail = (words: string) => session.store.set((state) => interactionFailed(state, nonce, words));
  try {
    await session.client.send(
      'POST',
      '/interactions',
      bodyOf(session, sending, nonce),
      uploadsFor(sending.files ?? []),
    );
    setTimeout(() => {
      if (session.store.get().interactions[nonce]?.state === 'sending') fail(NO_ANSWER);
    }, GIVE_UP_MS);
  } catch (error) {
    fail(wordsOf(error));
  }
}

export interface CommandCall {
  command: Command;
  options: SentOption[];
  targetId?: Id;
  files?: File[];
  /** The name as typed, with subcommands. */
  fullName: string;
}

const commandData = (call: CommandCall) => ({
  id: call.command.id,
  name: call.command.name,
  type: call.command.type ?? 1,
  target_id: call.targetId,
  options: call.options,
  attachments: call.files?.map((file, index) => ({ id: String(index), filename: file.name })),
});

export function runCommand(session: Session, channelId: Id, call: CommandCall): Promise<void> {
  const sending = {
    type: 2,
    applicationId: call.command.application_id,
    channelId,
    data: commandData(call),
    files: call.files,
  };
  return send(session, sending, {
    kind: 'command',
    commandName: call.fullName,
    applicationId: call.command.application_id,
  });
}

/** Asks for choices while the reader types. Undefined when the bot did not answer. */
export async function autocomplete(
  session: Session,
  channelId: Id,
  call: CommandCall,
): Promise<CommandChoice[] | undefined> {
  const nonce = newNonce();
  const sending = { type: 4, applicationId: call.command.application_id, channelId, data: commandData(call) };
  const choices = session.awaitChoices(nonce);
  try {
    await session.client.send('POST', '/interactions', bodyOf(session, sending, nonce));
    return await choices;
  } catch {
    return undefined;
  }
}

export function pressComponent(
  session: Session,
  message: Message,
  type: number,
  customId: string,
  values?: string[],
): Promise<void> {
  const applicationId = message.application_id ?? message.author.id;
  const data = { component_type: type, custom_id: customId, ...(values === undefined ? {} : { values }) };
  return send(
    session,
    { type: 3, applicationId, channelId: message.channel_id, data, message },
    { kind: 'component', messageId: message.id, customId, applicationId },
  );
}

export function submitModal(
  session: Session,
  modal: OpenModal,
  components: unknown[],
  files: File[],
): Promise<void> {
  const attachments = files.map((file, index) => ({ id: String(index), filename: file.name }));
  const data = { id: modal.id, custom_id: modal.customId, components, attachments };
  return send(
    session,
    { type: 5, applicationId: modal.applicationId, channelId: modal.channelId, data, files },
    { kind: 'modal', applicationId: modal.applicationId },
  );
}

export const closeModal = (session: Session): void =>
  session.store.set((state) => ({ ...state, modal: undefined }));

export const DM_INDEX = '@me';

/** The commands this persona may use here, fetched anew whenever the picker opens. */
export function loadCommands(session: Session, channelId: Id): Promise<boolean> {
  const guildId = session.store.get().channels[channelId]?.guild_id;
  const path =
    guildId === undefined
      ? `/channels/${channelId}/application-command-index`
      : `/guilds/${guildId}/application-command-index`;
  return attempt(session, 'Commands could not be loaded.', async () => {
    const index = await session.client.send<CommandIndex>('GET', path);
    session.store.set((state) => ({
      ...state,
      commands: { ...state.commands, [guildId ?? DM_INDEX]: index },
    }));
  });
}
