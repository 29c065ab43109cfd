import { Icon } from './Icon.tsx';

const units = ['bytes', 'KB', 'MB', 'GB'];

export function sizeText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`;
}

export function FileCard({ name, size, url }: { name: string; size?: number; url: string }) {
  return (
    <div class="file-card">
      <Icon name="file" size={28} />
      <div>
        <a href={url} target="_blank" rel="noreferrer noopener" download={name}>
          {name}
        </a>
        {size !== undefined && <span>{sizeText(size)}</span>}
      </div>
    </div>
  );
}
