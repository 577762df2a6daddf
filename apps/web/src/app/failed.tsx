import { Component, type ReactNode } from 'react';
import { say } from '../shared/language/language.ts';
import { Button } from '../shared/ui/button.tsx';

/** A screen that fails says so, and how to go on: what was recorded is on this phone, whatever a screen does. */
export class FailsVisibly extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError = () => ({ failed: true });

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="page narrow stack">
        <h1>{say('failed.title')}</h1>
        <p className="note alarm" role="alert">
          {say('failed.kept')}
        </p>
        <Button does="acts" wide onClick={() => location.assign('/')}>
          {say('failed.again')}
        </Button>
      </main>
    );
  }
}
