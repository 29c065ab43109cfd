import type { APIInteractionResponse } from 'discord-api-types/v10';
import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { FormData } from 'undici';
import type { MessageBody, OutgoingFile, Reply } from './interaction.ts';
import { fit, limits } from './limits.ts';

const forOneReader = (MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral) as MessageFlags;

/** A message as Discord takes it: V2 components, pings nobody unless the body names whom. */
export interface MessageJson {
  flags: MessageFlags;
  components: MessageBody['components'];
  allowed_mentions: NonNullable<MessageBody['allowed_mentions']>;
  attachments?: { id: string; filename: string; description?: string }[];
}

/** `files` replaces the attachments of an edited message; left out, they stay. */
export function messageJson(
  body: MessageBody,
  files?: readonly OutgoingFile[],
  ephemeral = false,
): MessageJson {
  return {
    flags: ephemeral ? forOneReader : MessageFlags.IsComponentsV2,
    components: body.components,
    allowed_mentions: body.allowed_mentions ?? { parse: [] },
    ...(files ? { attachments: files.map((file, place) => attachment(file, place)) } : {}),
  };
}

/** `place` is that of the file among those sent along; the published schema wants it as text. */
function attachment(file: OutgoingFile, place: number) {
  const { name, description } = file;
  return {
    id: String(place),
    filename: name,
    ...(description ? { description: fit(description, limits.altText) } : {}),
  };
}

/** The callback for a handler's answer. */
export function callbackFor(reply: Reply): APIInteractionResponse {
  if (reply.kind === 'modal') return { type: InteractionResponseType.Modal, data: reply.modal };
  if (reply.kind === 'update') {
    return { type: InteractionResponseType.UpdateMessage, data: messageJson(reply.body, reply.files) };
  }
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: messageJson(reply.body, reply.files, reply.ephemeral),
  };
}

/** The request body: plain JSON, or multipart when files go along. Both can be sent again. */
export function encodeBody(json: unknown, files: readonly OutgoingFile[] = []): string | FormData {
  if (files.length === 0) return JSON.stringify(json);
  const form = new FormData();
  form.append('payload_json', JSON.stringify(json));
  for (const [index, file] of files.entries()) {
    form.append(
      `files[${index}]`,
      new Blob([new Uint8Array(file.data)], { type: file.contentType }),
      file.name,
    );
  }
  return form;
}
