import { useEffect, useRef } from 'react';

/** Opens a dialog above the page. A question is about its page: whoever goes Back takes it away. */
export function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    const leave = () => {
      dialog.current?.close();
      // Below an open dialog the page that has come could not take the focus.
      document.querySelector('h1')?.focus();
    };
    window.addEventListener('popstate', leave);
    return () => window.removeEventListener('popstate', leave);
  }, []);
  return dialog;
}
