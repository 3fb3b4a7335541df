// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Carries signed calls for accounts that hold no coin, paid from a sponsor's deposit within a budget per account.
/// @notice A sponsor can lose at most the budgets it has set. Calls carry no value: it pays for gas, never lends money.
interface ISponsorForwarder {
    /// @notice What the account signs (EIP-712). `sponsor` zero: the relayer pays. `nonce` is the account's next one.
    /// `maxChargeWei` bounds what the sponsor is charged for it.
    struct Request {
        address from;
        address to;
        address sponsor;
        uint256 gas;
        uint256 nonce;
        uint256 deadline;
        uint256 maxChargeWei;
        bytes data;
    }

    /// @notice `amountWei` was added to a sponsor's deposit.
    event SponsorDeposited(address indexed sponsor, uint256 amountWei);

    /// @notice A sponsor took `amountWei` of the deposit back.
    event SponsorWithdrew(address indexed sponsor, uint256 amountWei);

    /// @notice The sponsor lets `account` spend up to `budgetWei` from now on.
    event BudgetSet(address indexed sponsor, address indexed account, uint256 budgetWei);

    /// @notice The account's call was made. `succeeded` false: it reverted, its nonce is spent all the same.
    /// `chargedWei` went from the sponsor's deposit to `relayer`.
    event Executed(
        address indexed account,
        address indexed to,
        address indexed sponsor,
        uint256 nonce,
        bool succeeded,
        address relayer,
        uint256 chargedWei
    );

    /// @notice Adds the value sent to the caller's deposit.
    function deposit() external payable;

    /// @notice Takes `amountWei` of the caller's deposit back.
    function withdrawDeposit(uint256 amountWei) external;

    /// @notice Sets how much gas money, in wei, `account` may still use of the caller's deposit.
    function setBudget(address account, uint256 budgetWei) external;

    /// @notice Makes the signed call; the caller is paid back for its gas by the sponsor. Refuses a wrong signature or
    /// nonce, a passed deadline, a target that does not trust this forwarder, and a spent budget.
    function execute(Request calldata request, bytes calldata signature) external returns (bool succeeded);

    /// @notice The next nonce of an account.
    function nonceOf(address account) external view returns (uint256);

    /// @notice A sponsor's deposit.
    function depositOf(address sponsor) external view returns (uint256);

    /// @notice What is left of an account's budget with a sponsor.
    function budgetOf(address sponsor, address account) external view returns (uint256);
}
