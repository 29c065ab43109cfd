import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { CustomEmoji, UnicodeEmoji } from '../components/Emoji.tsx';
import { parseInline } from './inline.ts';
import { ChannelMention, CommandMention, RoleMention, UserMention } from './Mentions.tsx';
import type { Block, Inline } from './nodes.ts';
import { isJumbo, parseMarkdown } from './parse.ts';
import { Timestamp } from './Timestamp.tsx';

function Spoiler({ nodes }: { nodes: Inline[] }) {
  const [open, setOpen] = useState(false);
  if (open) return <span class="spoiler open">{inline(nodes)}</span>;
  return (
    <button type="button" class="spoiler" aria-label="Spoiler, press to reveal" onClick={() => setOpen(true)}>
      <span aria-hidden="true">{inline(nodes)}</span>
    </button>
  );
}

function renderInline(node: Inline) {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return <br />;
    case 'emoji':
      return <UnicodeEmoji text={node.text} />;
    case 'custom-emoji':
      return <CustomEmoji id={node.id} name={node.name} />;
    case 'bold':
      return <strong>{inline(node.children)}</strong>;
    case 'italic':
      return <em>{inline(node.children)}</em>;
    case 'underline':
      return <u>{inline(node.children)}</u>;
    case 'strike':
      return <s>{inline(node.children)}</s>;
    case 'spoiler':
      return <Spoiler nodes={node.children} />;
    case 'code':
      return <code>{node.text}</code>;
    case 'link':
      return (
        <a href={node.url} title={node.title ?? node.url} target="_blank" rel="noreferrer noopener">
          {inline(node.children)}
        </a>
      );
    case 'user':
      return <UserMention id={node.id} />;
    case 'role':
      return <RoleMention id={node.id} />;
    case 'channel':
      return <ChannelMention id={node.id} />;
    case 'command':
      return <CommandMention name={node.name} />;
    case 'everyone':
      return <span class="mention">{node.text}</span>;
    case 'guild-link':
      return <span class="mention">{node.text}</span>;
    case 'time':
      return <Timestamp at={node.at} style={node.style} />;
  }
}

const inline = (nodes: Inline[]) => nodes.map(renderInline);

function renderBlock(block: Block, suffix?: ComponentChildren) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          {inline(block.children)}
          {suffix}
        </p>
      );
    case 'heading': {
      // The page's own headings end at level 2, so a message's begin below them.
      const Tag = `h${block.level + 2}` as 'h3';
      return <Tag class={`md-h${block.level}`}>{inline(block.children)}</Tag>;
    }
    case 'subtext':
      return <p class="subtext">{inline(block.children)}</p>;
    case 'quote':
      return <blockquote>{block.children.map((child) => renderBlock(child))}</blockquote>;
    case 'code-block':
      return (
        <pre tabIndex={0} aria-label={block.language === '' ? 'Code' : `Code, ${block.language}`}>
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const items = block.items.map((item) => (
        <li>
          {inline(item.children)}
          {item.nested && renderBlock(item.nested)}
        </li>
      ));
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

export function Markdown({ text, suffix }: { text: string; suffix?: ComponentChildren }) {
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  const last = blocks.at(-1)?.kind;
  return (
    <div class={isJumbo(blocks) ? 'md jumbo' : 'md'}>
      {blocks.map((block, index) => renderBlock(block, index === blocks.length - 1 ? suffix : undefined))}
      {last !== 'paragraph' && suffix}
    </div>
  );
}

/** One line of marks without blocks: embed titles, field names, labels. */
export function InlineMarkdown({ text }: { text: string }) {
  const nodes = useMemo(() => parseInline(text), [text]);
  return <>{inline(nodes)}</>;
}
