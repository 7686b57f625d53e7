import { type ReactNode, useRef } from 'react';

interface Props {
  readonly label: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A button that opens a short list of further acts; closed by a choice, by Escape, or by leaving it. */
export function Menu({ label, className = '', children }: Props) {
  const element = useRef<HTMLDetailsElement>(null);
  const close = () => element.current?.removeAttribute('open');
  return (
    // Escape and leaving are heard for whatever within has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <details
      ref={element}
      className={`menu ${className}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
        element.current?.querySelector('summary')?.focus();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <summary className="button small">{label}</summary>
      {/* A choice bubbles up to here. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className="menu-body" onClick={close}>
        {children}
      </div>
    </details>
  );
}
