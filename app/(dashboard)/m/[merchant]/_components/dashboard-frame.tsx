"use client";

import {
  Activity,
  BookOpen,
  Coins,
  Gauge,
  LayoutGrid,
  type LucideIcon,
  MessagesSquare,
  Settings,
  Store,
  Wallet,
} from "lucide-react";
import type { ReactNode } from "react";
import { type Command, type NavSection, type Person, Shell, type Workspace } from "@/components/shell";
import { signOutAction } from "./sign-out-action";

type DashboardFrameProps = {
  merchant: Workspace;
  merchants: readonly Workspace[];
  person: Person;
  children: ReactNode;
};

/** The frame of a merchant's dashboard: every place a member can go to, by name and by key. */
export function DashboardFrame({ merchant, merchants, person, children }: DashboardFrameProps) {
  return (
    <Shell
      sections={sectionsOf(merchant.href)}
      workspace={merchant}
      workspaces={merchants}
      person={person}
      signOut={signOutAction}
      commands={COMMANDS}
    >
      {children}
    </Shell>
  );
}

const COMMANDS: readonly Command[] = [
  {
    id: "api-reference",
    label: "API reference",
    group: "Help",
    href: "/docs/api",
    icon: <BookOpen size={16} aria-hidden />,
    keywords: ["docs", "openapi", "curl"],
  },
];

type Place = { label: string; path: string; icon: LucideIcon; key: string; available: boolean };

/** Places that do not stand yet are named, so that people know where they will be, but lead nowhere. */
const PLACES: readonly { label?: string; places: readonly Place[] }[] = [
  { places: [{ label: "Overview", path: "", icon: LayoutGrid, key: "o", available: false }] },
  {
    label: "Usage",
    places: [{ label: "Logs", path: "/usage/logs", icon: MessagesSquare, key: "l", available: true }],
  },
  {
    label: "Billing",
    places: [
      { label: "Pricing", path: "/usage/billing/pricing", icon: Coins, key: "p", available: false },
      { label: "Activity", path: "/usage/billing/activity", icon: Activity, key: "a", available: true },
      { label: "Balances", path: "/usage/billing/balances", icon: Wallet, key: "b", available: false },
      { label: "Shops", path: "/usage/billing/commerce", icon: Store, key: "c", available: false },
    ],
  },
  {
    places: [
      { label: "Limits", path: "/limits", icon: Gauge, key: "i", available: false },
      { label: "Settings", path: "/settings", icon: Settings, key: "s", available: false },
    ],
  },
];

function sectionsOf(home: string): NavSection[] {
  return PLACES.map(({ places, ...section }) => ({
    ...section,
    items: places.map(({ path, icon: Icon, ...place }) => ({
      ...place,
      href: `${home}${path}`,
      icon: <Icon size={16} aria-hidden />,
    })),
  }));
}
