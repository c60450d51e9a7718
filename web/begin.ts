/**
 * Begins the page, or says why it can't. Browsers that are too old for all else run this: it is compiled for those of
 * 2009, which know neither `const` nor `let`, and asks for what it uses.
 */

/** What came last of all that the page needs. */
function isNewEnough(): boolean {
  return typeof Object.hasOwn === 'function' && typeof [].at === 'function' && asksForType(false);
}

/** Whoever runs modules in a worker reads which type is wanted, and finds only then that the address is none. */
function asksForType(isAsked: boolean): boolean {
  try {
    new Worker('//[', {
      get type(): WorkerType {
        isAsked = true;
        return 'module';
      },
    });
  } catch {
    // As it must be.
  }
  return isAsked;
}

/** Nothing once the questions stand there. */
function sayInsteadOfQuestions(id: string): void {
  if (document.getElementById('loading') === null) return;
  document.getElementById('loading')?.setAttribute('hidden', '');
  document.getElementById(id)?.removeAttribute('hidden');
}

function addModule(script: HTMLScriptElement): void {
  script.type = 'module';
  script.src = 'main.js';
  document.body.appendChild(script);
}

if (isNewEnough()) {
  // A script that is not found, and one that is not understood.
  window.addEventListener(
    'error',
    (event) => sayInsteadOfQuestions(event.target === window ? 'too-old' : 'not-loaded'),
    true,
  );
  addModule(document.createElement('script'));
} else {
  sayInsteadOfQuestions('too-old');
}
