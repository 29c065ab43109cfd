import type { Embed } from '../api/types.ts';
import { InlineMarkdown, Markdown } from '../markdown/Markdown.tsx';
import { stampText } from '../markdown/time-text.ts';
import { sandboxNow } from '../state/clock.ts';
import { hexColour } from '../state/selectors.ts';
import { dialogs } from './dialog-store.ts';
import { PictureButton } from './Gallery.tsx';

const show = (url: string, alt: string) => () => dialogs.pictures([{ url, alt }], 0);

function Title({ embed }: { embed: Embed }) {
  if (embed.title === undefined) return null;
  const words = <InlineMarkdown text={embed.title} />;
  return (
    <div class="embed-title">
      {embed.url === undefined ? (
        words
      ) : (
        <a href={embed.url} target="_blank" rel="noreferrer noopener">
          {words}
        </a>
      )}
    </div>
  );
}

function Footer({ embed }: { embed: Embed }) {
  if (embed.footer === undefined && embed.timestamp === undefined) return null;
  const stamp =
    embed.timestamp === undefined ? undefined : stampText(Date.parse(embed.timestamp), sandboxNow());
  return <div class="embed-footer">{[embed.footer?.text, stamp].filter(Boolean).join(' • ')}</div>;
}

export function EmbedView({ embed }: { embed: Embed }) {
  const { image, thumbnail } = embed;
  return (
    <article
      class="embed"
      style={embed.color === undefined ? undefined : { '--accent-line': hexColour(embed.color) }}
    >
      <div class="embed-words">
        {embed.author !== undefined && <div class="embed-author">{embed.author.name}</div>}
        <Title embed={embed} />
        {embed.description !== undefined && <Markdown text={embed.description} />}
        {(embed.fields?.length ?? 0) > 0 && (
          <dl class="embed-fields">
            {embed.fields?.map((field, index) => (
              <div key={index} class={field.inline === true ? 'inline' : ''}>
                <dt>
                  <InlineMarkdown text={field.name} />
                </dt>
                <dd>
                  <Markdown text={field.value} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      {thumbnail?.url !== undefined && (
        <div class="embed-thumbnail">
          <PictureButton
            url={thumbnail.url}
            alt={thumbnail.description ?? ''}
            onOpen={show(thumbnail.url, thumbnail.description ?? '')}
          />
        </div>
      )}
      {image?.url !== undefined && (
        <div class="embed-image">
          <PictureButton
            url={image.url}
            alt={image.description ?? ''}
            width={image.width}
            height={image.height}
            onOpen={show(image.url, image.description ?? '')}
          />
        </div>
      )}
      <Footer embed={embed} />
    </article>
  );
}
