interface PlainError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
  readonly cause?: PlainError;
}

/** How deep causes are followed: deeper ones tell nobody more. */
const deepest = 3;

/** An error for the log: what broke and where. Whatever else libraries hang on their errors may hold a person's claims or a body. */
export function plainError(error: unknown, depth = 0): PlainError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const { name, message, stack = '', cause } = error;
  return {
    type: name,
    message,
    stack,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(cause instanceof Error && depth < deepest ? { cause: plainError(cause, depth + 1) } : {}),
  };
}
