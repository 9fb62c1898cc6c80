<?php
/** Whether what was entered works, asked of Tollgate itself. */

defined('ABSPATH') || exit;

/** This site as browsers name it: scheme, host and port. */
function tollgate_site() {
    return tollgate_site_of(home_url());
}

/** Scheme, host and port of a web address; empty of anything else. */
function tollgate_site_of($address) {
    $parts = wp_parse_url($address);
    $scheme = strtolower($parts['scheme'] ?? '');
    if (empty($parts['host']) || !in_array($scheme, array('http', 'https'), true)) {
        return '';
    }
    return $scheme . '://' . strtolower($parts['host']) . (isset($parts['port']) ? ':' . $parts['port'] : '');
}

/**
 * A list of array(good, sentence). It asks with a token that ran out long ago: Tollgate looks at the signature first, so
 * the answer 410 says that the secret is right, and nobody is signed in by it.
 */
function tollgate_check() {
    $url = untrailingslashit(tollgate_setting('url'));
    $slug = tollgate_setting('slug');
    if ($url === '' || $slug === '') {
        return array();
    }
    $token = tollgate_sign(array('aud' => $slug, 'sub' => 'check', 'iat' => 0, 'exp' => 1));
    $answer = wp_remote_post($url . '/usage/' . rawurlencode($slug), array(
        'timeout' => 8,
        'redirection' => 0,
        'body' => array('token' => $token),
    ));
    if (is_wp_error($answer)) {
        /* translators: 1: web address, 2: what went wrong */
        $text = __('%1$s cannot be reached from this server: %2$s', 'tollgate-usage');
        return array(array(false, sprintf($text, $url, $answer->get_error_message())));
    }
    return tollgate_judge($answer, $url, $slug);
}

function tollgate_judge($answer, $url, $slug) {
    $status = (int) wp_remote_retrieve_response_code($answer);
    if ($status === 404) {
        /* translators: 1: web address, 2: slug */
        $text = __('%1$s has no customer page "%2$s". Is the slug as in your dashboard\'s address, /m/…?', 'tollgate-usage');
        return array(array(false, sprintf($text, $url, $slug)));
    }
    if ($status !== 410 && $status !== 401) {
        /* translators: 1: web address, 2: number */
        $text = __('%1$s answered with status %2$d. Is it the address of Tollgate?', 'tollgate-usage');
        return array(array(false, sprintf($text, $url, $status)));
    }
    return array(
        /* translators: 1: web address, 2: slug */
        array(true, sprintf(__('%1$s has the customer page "%2$s".', 'tollgate-usage'), $url, $slug)),
        tollgate_judge_secret($status),
        tollgate_judge_site((string) wp_remote_retrieve_header($answer, 'content-security-policy')),
    );
}

function tollgate_judge_secret($status) {
    if (tollgate_setting('secret') === '') {
        return array(false, __('There is no secret: everybody sees what a guest sees.', 'tollgate-usage'));
    }
    return $status === 410
        ? array(true, __('The secret is right: who is signed in here is signed in there.', 'tollgate-usage'))
        : array(false, __('The secret is not the one of this slug. Make a new one on the Customer page in Tollgate.', 'tollgate-usage'));
}

function tollgate_judge_site($policy) {
    $site = tollgate_site();
    $named = preg_match('/frame-ancestors([^;]*)/', $policy, $found) ? preg_split('/\s+/', trim($found[1])) : array();
    if (in_array($site, $named, true)) {
        /* translators: web address */
        return array(true, sprintf(__('%s may embed the page.', 'tollgate-usage'), $site));
    }
    /* translators: web address */
    $text = __('%s may not embed the page yet: add it in Tollgate on the Customer page, under "Sites that may embed it".', 'tollgate-usage');
    return array(false, sprintf($text, $site));
}
