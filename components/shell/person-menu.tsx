"use client";

import { type MantineColorScheme, Menu, useMantineColorScheme } from "@mantine/core";
import { CircleUser, Keyboard, LogOut, Monitor, Moon, Sun } from "lucide-react";
import Link from "next/link";
import { startTransition } from "react";
import { route } from "@/components/ui/route";
import { initialsOf, type Person } from "./shell-model";

const SCHEMES: readonly { value: MantineColorScheme; label: string; icon: typeof Sun }[] = [
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
  { value: "auto", label: "As the system", icon: Monitor },
];

type PersonMenuProps = { person: Person; signOut: () => Promise<void>; openKeys: () => void };

function schemeOf(value: string): MantineColorScheme {
  return SCHEMES.find((scheme) => scheme.value === value)?.value ?? "auto";
}

/** Who is signed in and their account, the theme, the keys, and the way out. */
export function PersonMenu({ person, signOut, openKeys }: PersonMenuProps) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="top-start" width={240} withinPortal={false}>
      <Menu.Target>
        <button type="button" className="tg-person" aria-label={`${person.name}, account and theme`}>
          <span className="tg-person-mark" aria-hidden="true">
            {initialsOf(person.name)}
          </span>
          <span className="tg-person-name tg-rail-label">
            <span className="tg-cut">{person.name}</span>
            <span className="tg-cut tg-quiet">{person.role}</span>
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.email}</Menu.Label>
        <Menu.Item
          component={Link}
          href={route(person.accountHref)}
          leftSection={<CircleUser size={14} aria-hidden />}
        >
          Your account
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>Theme</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(schemeOf(value))}>
          {SCHEMES.map(({ value, label, icon: Icon }) => (
            <Menu.RadioItem key={value} value={value} rightSection={<Icon size={14} aria-hidden />}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<Keyboard size={14} aria-hidden />} rightSection="?" onClick={openKeys}>
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Item leftSection={<LogOut size={14} aria-hidden />} onClick={() => startTransition(signOut)}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
