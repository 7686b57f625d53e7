import i18next from 'i18next';
import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
}

/** Keeps a bug in one part of the page from emptying the rest, and says so. */
export class ErrorBoundary extends Component<Props, { readonly bug: Error | null }> {
  override state = { bug: null as Error | null };

  static getDerivedStateFromError(bug: Error) {
    return { bug };
  }

  override componentDidCatch(bug: Error) {
    console.error(bug);
  }

  override render() {
    const { bug } = this.state;
    if (bug === null) return this.props.children;
    return (
      <div className="notice alarm stack tight" role="alert">
        <p>
          <strong>{i18next.t('bug.title')}</strong> {i18next.t('bug.whatToDo')}
        </p>
        <p className="small">{bug.message}</p>
        <div className="buttons">
          <button type="button" className="button" onClick={() => this.setState({ bug: null })}>
            {i18next.t('common.retry')}
          </button>
          <button type="button" className="button" onClick={() => location.reload()}>
            {i18next.t('bug.reload')}
          </button>
        </div>
      </div>
    );
  }
}
