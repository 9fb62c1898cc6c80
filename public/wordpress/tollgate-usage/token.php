<?php
/** Who is signed in here, told to Tollgate in a signed token. */

defined('ABSPATH') || exit;

/** A JSON Web Token (RFC 7519) of these claims, signed with HMAC-SHA-256 and the portal secret. */
function tollgate_sign($claims) {
    $encode = function ($text) {
        return rtrim(strtr(base64_encode($text), '+/', '-_'), '=');
    };
    $signed = $encode(wp_json_encode(array('alg' => 'HS256', 'typ' => 'JWT'))) . '.' . $encode(wp_json_encode($claims));
    return $signed . '.' . $encode(hash_hmac('sha256', $signed, tollgate_setting('secret'), true));
}

/**
 * A token that says who is signed in here, good once and for five minutes; null for a guest. The customer is the
 * user's id, as WooCommerce names them too. Another id goes into `sub` by the filter `tollgate_claims`.
 */
function tollgate_token() {
    $user = wp_get_current_user();
    if (!$user->exists() || tollgate_setting('secret') === '') {
        return null;
    }
    $claims = array(
        'aud' => tollgate_setting('slug'),
        'sub' => (string) $user->ID,
        // WordPress keeps names with their & and ' written as HTML.
        'name' => trim(html_entity_decode(wp_strip_all_tags($user->display_name), ENT_QUOTES, 'UTF-8')),
        'roles' => array_values($user->roles),
        'iat' => time(),
        'exp' => time() + 300,
        'jti' => wp_generate_uuid4(),
    );
    if (is_email($user->user_email)) {
        $claims['email'] = $user->user_email;
    }
    return tollgate_sign(apply_filters('tollgate_claims', $claims, $user));
}

/**
 * Answers the page's script. It asks by the cookie alone, without a nonce: a nonce would stand in the page, and be stale
 * where the page comes from a cache or stays open for a day. Nothing is changed here, and no other site's script can
 * read the answer; browsers that say where a request comes from are taken at their word.
 */
function tollgate_answer_token() {
    $from = isset($_SERVER['HTTP_SEC_FETCH_SITE']) ? $_SERVER['HTTP_SEC_FETCH_SITE'] : 'same-origin';
    if ($from !== 'same-origin') {
        wp_send_json(array('token' => null), 403);
    }
    add_filter('nocache_headers', function ($headers) {
        return array_merge($headers, array('Cache-Control' => 'no-store, private'));
    });
    wp_send_json(array('token' => tollgate_token()));
}
add_action('wp_ajax_tollgate_token', 'tollgate_answer_token');
add_action('wp_ajax_nopriv_tollgate_token', 'tollgate_answer_token');
