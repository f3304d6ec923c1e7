import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './button.module.css';

/** `main`: the one thing to do. `danger`: what cannot be taken back. `plain`: the other choice. `quiet`: by the way. */
export type ButtonLook = 'main' | 'danger' | 'plain' | 'quiet';

export interface ButtonLookProps {
  look?: ButtonLook;
  wide?: boolean;
}

export const buttonClass = ({ look = 'main', wide = false }: ButtonLookProps, more?: string) =>
  classNames(styles['button'], styles[look], wide && styles['wide'], more);

/** A button that does not submit unless told to. */
export function Button({
  look,
  wide,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & ButtonLookProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ ...(look && { look }), ...(wide && { wide }) }, className)}
    />
  );
}
